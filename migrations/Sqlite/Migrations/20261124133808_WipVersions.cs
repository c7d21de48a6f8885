using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Loesningsbrikker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WipVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "LooseSinceUtc",
                table: "Passages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "InterviewGuides",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Introduction = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    Closing = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewGuides", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InterviewGuides_DialogueProcesses_ProcessId",
                        column: x => x.ProcessId,
                        principalTable: "DialogueProcesses",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "PassageAnchors",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PassageId = table.Column<long>(type: "INTEGER", nullable: false),
                    TranscriptId = table.Column<long>(type: "INTEGER", nullable: false),
                    StartUtf16 = table.Column<int>(type: "INTEGER", nullable: false),
                    EndUtf16 = table.Column<int>(type: "INTEGER", nullable: false),
                    Carry = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PassageAnchors", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PassageAnchors_Transcripts_TranscriptId",
                        column: x => x.TranscriptId,
                        principalTable: "Transcripts",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "TranscriptCorrections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TranscriptId = table.Column<long>(type: "INTEGER", nullable: false),
                    FormerTranscriptId = table.Column<long>(type: "INTEGER", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByUserId = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ParagraphsChanged = table.Column<int>(type: "INTEGER", nullable: false),
                    PassagesUnchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    PassagesChanged = table.Column<int>(type: "INTEGER", nullable: false),
                    PassagesLoosened = table.Column<int>(type: "INTEGER", nullable: false),
                    QuotationsWithdrawn = table.Column<int>(type: "INTEGER", nullable: false),
                    SectionsLost = table.Column<int>(type: "INTEGER", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TranscriptCorrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TranscriptCorrections_Transcripts_FormerTranscriptId",
                        column: x => x.FormerTranscriptId,
                        principalTable: "Transcripts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TranscriptCorrections_Transcripts_TranscriptId",
                        column: x => x.TranscriptId,
                        principalTable: "Transcripts",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "GuideQuestions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuideId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Probes = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuideQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GuideQuestions_InformantGroups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "InformantGroups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GuideQuestions_InterviewGuides_GuideId",
                        column: x => x.GuideId,
                        principalTable: "InterviewGuides",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "GuideSections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TranscriptId = table.Column<long>(type: "INTEGER", nullable: false),
                    QuestionId = table.Column<long>(type: "INTEGER", nullable: false),
                    StartUtf16 = table.Column<int>(type: "INTEGER", nullable: false),
                    EndUtf16 = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedByUserId = table.Column<long>(type: "INTEGER", nullable: true),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuideSections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GuideSections_GuideQuestions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "GuideQuestions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GuideSections_Transcripts_TranscriptId",
                        column: x => x.TranscriptId,
                        principalTable: "Transcripts",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_GuideQuestions_GroupId",
                table: "GuideQuestions",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_GuideQuestions_GuideId_Position",
                table: "GuideQuestions",
                columns: new[] { "GuideId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_GuideQuestions_ProcessId",
                table: "GuideQuestions",
                column: "ProcessId");

            migrationBuilder.CreateIndex(
                name: "IX_GuideSections_QuestionId_TranscriptId",
                table: "GuideSections",
                columns: new[] { "QuestionId", "TranscriptId" });

            migrationBuilder.CreateIndex(
                name: "IX_GuideSections_TranscriptId_StartUtf16",
                table: "GuideSections",
                columns: new[] { "TranscriptId", "StartUtf16" });

            migrationBuilder.CreateIndex(
                name: "IX_InterviewGuides_ProcessId",
                table: "InterviewGuides",
                column: "ProcessId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PassageAnchors_PassageId_TranscriptId",
                table: "PassageAnchors",
                columns: new[] { "PassageId", "TranscriptId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PassageAnchors_TranscriptId_StartUtf16",
                table: "PassageAnchors",
                columns: new[] { "TranscriptId", "StartUtf16" });

            migrationBuilder.CreateIndex(
                name: "IX_TranscriptCorrections_FormerTranscriptId",
                table: "TranscriptCorrections",
                column: "FormerTranscriptId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TranscriptCorrections_TranscriptId",
                table: "TranscriptCorrections",
                column: "TranscriptId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "GuideSections");

            migrationBuilder.DropTable(
                name: "PassageAnchors");

            migrationBuilder.DropTable(
                name: "TranscriptCorrections");

            migrationBuilder.DropTable(
                name: "GuideQuestions");

            migrationBuilder.DropTable(
                name: "InterviewGuides");

            migrationBuilder.DropColumn(
                name: "LooseSinceUtc",
                table: "Passages");
        }
    }
}
