using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Loesningsbrikker.Migrations.PostgreSql.Migrations
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
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "InterviewGuides",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Introduction = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: false),
                    Closing = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    ProcessId = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PassageId = table.Column<long>(type: "bigint", nullable: false),
                    TranscriptId = table.Column<long>(type: "bigint", nullable: false),
                    StartUtf16 = table.Column<int>(type: "integer", nullable: false),
                    EndUtf16 = table.Column<int>(type: "integer", nullable: false),
                    Carry = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    ProcessId = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TranscriptId = table.Column<long>(type: "bigint", nullable: false),
                    FormerTranscriptId = table.Column<long>(type: "bigint", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ByUserId = table.Column<long>(type: "bigint", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    ParagraphsChanged = table.Column<int>(type: "integer", nullable: false),
                    PassagesUnchanged = table.Column<int>(type: "integer", nullable: false),
                    PassagesChanged = table.Column<int>(type: "integer", nullable: false),
                    PassagesLoosened = table.Column<int>(type: "integer", nullable: false),
                    QuotationsWithdrawn = table.Column<int>(type: "integer", nullable: false),
                    SectionsLost = table.Column<int>(type: "integer", nullable: false),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    ProcessId = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    GuideId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Probes = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    ProcessId = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TranscriptId = table.Column<long>(type: "bigint", nullable: false),
                    QuestionId = table.Column<long>(type: "bigint", nullable: false),
                    StartUtf16 = table.Column<int>(type: "integer", nullable: false),
                    EndUtf16 = table.Column<int>(type: "integer", nullable: false),
                    CreatedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatedByUserId = table.Column<long>(type: "bigint", nullable: true),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    ProcessId = table.Column<long>(type: "bigint", nullable: false)
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
