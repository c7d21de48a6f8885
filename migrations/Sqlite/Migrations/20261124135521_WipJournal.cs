using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Loesningsbrikker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WipJournal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CodingSteps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    InterviewId = table.Column<long>(type: "INTEGER", nullable: true),
                    TranscriptId = table.Column<long>(type: "INTEGER", nullable: true),
                    StartUtf16 = table.Column<int>(type: "INTEGER", nullable: true),
                    PassageId = table.Column<long>(type: "INTEGER", nullable: true),
                    CodingId = table.Column<long>(type: "INTEGER", nullable: true),
                    SolutionPieceId = table.Column<long>(type: "INTEGER", nullable: true),
                    OtherPieceId = table.Column<long>(type: "INTEGER", nullable: true),
                    ChallengeId = table.Column<long>(type: "INTEGER", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByUserId = table.Column<long>(type: "INTEGER", nullable: true),
                    Images = table.Column<string>(type: "TEXT", nullable: false),
                    UndoneStepId = table.Column<long>(type: "INTEGER", nullable: true),
                    RedoneStepId = table.Column<long>(type: "INTEGER", nullable: true),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CodingSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CodingSteps_CodingSteps_RedoneStepId",
                        column: x => x.RedoneStepId,
                        principalTable: "CodingSteps",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_CodingSteps_CodingSteps_UndoneStepId",
                        column: x => x.UndoneStepId,
                        principalTable: "CodingSteps",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_CodingSteps_DialogueProcesses_ProcessId",
                        column: x => x.ProcessId,
                        principalTable: "DialogueProcesses",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_CodingSteps_Interviews_InterviewId",
                        column: x => x.InterviewId,
                        principalTable: "Interviews",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "LiveVisitors",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LiveVisitors", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LiveVisitors_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_CodingSteps_InterviewId_Id",
                table: "CodingSteps",
                columns: new[] { "InterviewId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CodingSteps_ProcessId_Id",
                table: "CodingSteps",
                columns: new[] { "ProcessId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CodingSteps_RedoneStepId",
                table: "CodingSteps",
                column: "RedoneStepId",
                filter: "\"RedoneStepId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CodingSteps_UndoneStepId",
                table: "CodingSteps",
                column: "UndoneStepId",
                filter: "\"UndoneStepId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LiveVisitors_Topic_UserId",
                table: "LiveVisitors",
                columns: new[] { "Topic", "UserId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LiveVisitors_UserId",
                table: "LiveVisitors",
                column: "UserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CodingSteps");

            migrationBuilder.DropTable(
                name: "LiveVisitors");
        }
    }
}
