using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Loesningsbrikker.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class WipBallots : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "BallotsAreSecret",
                table: "ValidationMeetings",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "EndedAtUtc",
                table: "ValidationMeetings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EndedByUserId",
                table: "ValidationMeetings",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "JoinCode",
                table: "ValidationMeetings",
                type: "character varying(5)",
                maxLength: 5,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "JoinsWithoutSlipByUserId",
                table: "ValidationMeetings",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "JoinsWithoutSlipSinceUtc",
                table: "ValidationMeetings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LiveByUserId",
                table: "ValidationMeetings",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LiveSinceUtc",
                table: "ValidationMeetings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SecrecyDecidedAtUtc",
                table: "ValidationMeetings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SecrecyDecidedByUserId",
                table: "ValidationMeetings",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CoinGivers",
                table: "MeetingResults",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "CoinPeople",
                table: "MeetingResults",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Coins",
                table: "MeetingResults",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "MeetingParticipants",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    InformantId = table.Column<long>(type: "bigint", nullable: true),
                    SlipCipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    SlipIndex = table.Column<byte[]>(type: "bytea", nullable: true),
                    DeviceIndex = table.Column<byte[]>(type: "bytea", nullable: true),
                    Way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CreatedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatedByUserId = table.Column<long>(type: "bigint", nullable: true),
                    JoinedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PresentSinceUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnByUserId = table.Column<long>(type: "bigint", nullable: true),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    ProcessId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingParticipants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingParticipants_InformantGroups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "InformantGroups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeetingParticipants_Informants_InformantId",
                        column: x => x.InformantId,
                        principalTable: "Informants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeetingParticipants_ValidationMeetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "ValidationMeetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeetingRounds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    MaxChoices = table.Column<int>(type: "integer", nullable: true),
                    IsRehearsal = table.Column<bool>(type: "boolean", nullable: false),
                    RepeatsRoundId = table.Column<long>(type: "bigint", nullable: true),
                    CreatedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatedByUserId = table.Column<long>(type: "bigint", nullable: true),
                    OpenedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    OpenedByUserId = table.Column<long>(type: "bigint", nullable: true),
                    ClosesAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    IsSecret = table.Column<bool>(type: "boolean", nullable: false),
                    ClosedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedByUserId = table.Column<long>(type: "bigint", nullable: true),
                    CountedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CountedByUserId = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    ProcessId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingRounds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingRounds_MeetingRounds_RepeatsRoundId",
                        column: x => x.RepeatsRoundId,
                        principalTable: "MeetingRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeetingRounds_ValidationMeetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "ValidationMeetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Qualifications",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SolutionPieceId = table.Column<long>(type: "bigint", nullable: true),
                    Table = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    CreatedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatedByUserId = table.Column<long>(type: "bigint", nullable: false),
                    SettledAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SettledByUserId = table.Column<long>(type: "bigint", nullable: true),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    TakenIntoPieceId = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    ProcessId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Qualifications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Qualifications_SolutionPieces_SolutionPieceId",
                        column: x => x.SolutionPieceId,
                        principalTable: "SolutionPieces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Qualifications_SolutionPieces_TakenIntoPieceId",
                        column: x => x.TakenIntoPieceId,
                        principalTable: "SolutionPieces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Qualifications_ValidationMeetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "ValidationMeetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Ballots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    ParticipantId = table.Column<long>(type: "bigint", nullable: true),
                    StoredAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ballots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Ballots_InformantGroups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "InformantGroups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Ballots_MeetingParticipants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "MeetingParticipants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Ballots_MeetingRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "MeetingRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RoundCounts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    CountedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CountedByUserId = table.Column<long>(type: "bigint", nullable: false),
                    People = table.Column<int>(type: "integer", nullable: false),
                    OnPaper = table.Column<int>(type: "integer", nullable: false),
                    ResultsSha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    ProcessId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundCounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoundCounts_MeetingRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "MeetingRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RoundPieces",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    SolutionPieceId = table.Column<long>(type: "bigint", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Description = table.Column<string>(type: "text", nullable: false),
                    Price = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    ProcessId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundPieces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoundPieces_MeetingRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "MeetingRounds",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_RoundPieces_SolutionPieces_SolutionPieceId",
                        column: x => x.SolutionPieceId,
                        principalTable: "SolutionPieces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RoundTurnouts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    Entitled = table.Column<int>(type: "integer", nullable: false),
                    Present = table.Column<int>(type: "integer", nullable: false),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    ProcessId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundTurnouts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoundTurnouts_InformantGroups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "InformantGroups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoundTurnouts_MeetingRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "MeetingRounds",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "RoundVoters",
                columns: table => new
                {
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    ParticipantId = table.Column<long>(type: "bigint", nullable: false),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    Way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    EnteredByUserId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundVoters", x => new { x.RoundId, x.ParticipantId });
                    table.ForeignKey(
                        name: "FK_RoundVoters_MeetingParticipants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "MeetingParticipants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoundVoters_MeetingRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "MeetingRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BallotAnswers",
                columns: table => new
                {
                    BallotId = table.Column<Guid>(type: "uuid", nullable: false),
                    SolutionPieceId = table.Column<long>(type: "bigint", nullable: false),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    Value = table.Column<int>(type: "integer", nullable: false),
                    Comment = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    CommentHiddenAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CommentHiddenByUserId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BallotAnswers", x => new { x.BallotId, x.SolutionPieceId });
                    table.ForeignKey(
                        name: "FK_BallotAnswers_Ballots_BallotId",
                        column: x => x.BallotId,
                        principalTable: "Ballots",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_BallotAnswers_SolutionPieces_SolutionPieceId",
                        column: x => x.SolutionPieceId,
                        principalTable: "SolutionPieces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RoundResults",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CountId = table.Column<long>(type: "bigint", nullable: false),
                    SolutionPieceId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    Value = table.Column<int>(type: "integer", nullable: false),
                    People = table.Column<int>(type: "integer", nullable: false),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    ProcessId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundResults", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoundResults_InformantGroups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "InformantGroups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoundResults_RoundCounts_CountId",
                        column: x => x.CountId,
                        principalTable: "RoundCounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoundResults_SolutionPieces_SolutionPieceId",
                        column: x => x.SolutionPieceId,
                        principalTable: "SolutionPieces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RoundQuotations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RoundPieceId = table.Column<long>(type: "bigint", nullable: false),
                    PassageId = table.Column<long>(type: "bigint", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    ProcessId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundQuotations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoundQuotations_RoundPieces_RoundPieceId",
                        column: x => x.RoundPieceId,
                        principalTable: "RoundPieces",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_ValidationMeetings_JoinCode",
                table: "ValidationMeetings",
                column: "JoinCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BallotAnswers_SolutionPieceId",
                table: "BallotAnswers",
                column: "SolutionPieceId");

            migrationBuilder.CreateIndex(
                name: "IX_Ballots_GroupId",
                table: "Ballots",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_Ballots_ParticipantId",
                table: "Ballots",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_Ballots_RoundId_ParticipantId",
                table: "Ballots",
                columns: new[] { "RoundId", "ParticipantId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeetingParticipants_GroupId",
                table: "MeetingParticipants",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingParticipants_InformantId",
                table: "MeetingParticipants",
                column: "InformantId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingParticipants_MeetingId_DeviceIndex",
                table: "MeetingParticipants",
                columns: new[] { "MeetingId", "DeviceIndex" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeetingParticipants_MeetingId_InformantId",
                table: "MeetingParticipants",
                columns: new[] { "MeetingId", "InformantId" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingParticipants_MeetingId_SlipIndex",
                table: "MeetingParticipants",
                columns: new[] { "MeetingId", "SlipIndex" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeetingRounds_MeetingId_Number",
                table: "MeetingRounds",
                columns: new[] { "MeetingId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingRounds_OnlyOneOpen",
                table: "MeetingRounds",
                column: "MeetingId",
                unique: true,
                filter: "\"OpenedAtUtc\" IS NOT NULL AND \"ClosedAtUtc\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingRounds_RepeatsRoundId",
                table: "MeetingRounds",
                column: "RepeatsRoundId");

            migrationBuilder.CreateIndex(
                name: "IX_Qualifications_MeetingId_Id",
                table: "Qualifications",
                columns: new[] { "MeetingId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Qualifications_SolutionPieceId",
                table: "Qualifications",
                column: "SolutionPieceId");

            migrationBuilder.CreateIndex(
                name: "IX_Qualifications_TakenIntoPieceId",
                table: "Qualifications",
                column: "TakenIntoPieceId");

            migrationBuilder.CreateIndex(
                name: "IX_RoundCounts_RoundId_Number",
                table: "RoundCounts",
                columns: new[] { "RoundId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RoundPieces_RoundId_Place",
                table: "RoundPieces",
                columns: new[] { "RoundId", "Place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RoundPieces_RoundId_SolutionPieceId",
                table: "RoundPieces",
                columns: new[] { "RoundId", "SolutionPieceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RoundPieces_SolutionPieceId",
                table: "RoundPieces",
                column: "SolutionPieceId");

            migrationBuilder.CreateIndex(
                name: "IX_RoundQuotations_RoundPieceId_PassageId",
                table: "RoundQuotations",
                columns: new[] { "RoundPieceId", "PassageId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RoundResults_CountId_SolutionPieceId_GroupId_Value",
                table: "RoundResults",
                columns: new[] { "CountId", "SolutionPieceId", "GroupId", "Value" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RoundResults_GroupId",
                table: "RoundResults",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_RoundResults_SolutionPieceId",
                table: "RoundResults",
                column: "SolutionPieceId");

            migrationBuilder.CreateIndex(
                name: "IX_RoundTurnouts_GroupId",
                table: "RoundTurnouts",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_RoundTurnouts_RoundId_GroupId",
                table: "RoundTurnouts",
                columns: new[] { "RoundId", "GroupId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RoundVoters_ParticipantId",
                table: "RoundVoters",
                column: "ParticipantId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BallotAnswers");

            migrationBuilder.DropTable(
                name: "Qualifications");

            migrationBuilder.DropTable(
                name: "RoundQuotations");

            migrationBuilder.DropTable(
                name: "RoundResults");

            migrationBuilder.DropTable(
                name: "RoundTurnouts");

            migrationBuilder.DropTable(
                name: "RoundVoters");

            migrationBuilder.DropTable(
                name: "Ballots");

            migrationBuilder.DropTable(
                name: "RoundPieces");

            migrationBuilder.DropTable(
                name: "RoundCounts");

            migrationBuilder.DropTable(
                name: "MeetingParticipants");

            migrationBuilder.DropTable(
                name: "MeetingRounds");

            migrationBuilder.DropIndex(
                name: "IX_ValidationMeetings_JoinCode",
                table: "ValidationMeetings");

            migrationBuilder.DropColumn(
                name: "BallotsAreSecret",
                table: "ValidationMeetings");

            migrationBuilder.DropColumn(
                name: "EndedAtUtc",
                table: "ValidationMeetings");

            migrationBuilder.DropColumn(
                name: "EndedByUserId",
                table: "ValidationMeetings");

            migrationBuilder.DropColumn(
                name: "JoinCode",
                table: "ValidationMeetings");

            migrationBuilder.DropColumn(
                name: "JoinsWithoutSlipByUserId",
                table: "ValidationMeetings");

            migrationBuilder.DropColumn(
                name: "JoinsWithoutSlipSinceUtc",
                table: "ValidationMeetings");

            migrationBuilder.DropColumn(
                name: "LiveByUserId",
                table: "ValidationMeetings");

            migrationBuilder.DropColumn(
                name: "LiveSinceUtc",
                table: "ValidationMeetings");

            migrationBuilder.DropColumn(
                name: "SecrecyDecidedAtUtc",
                table: "ValidationMeetings");

            migrationBuilder.DropColumn(
                name: "SecrecyDecidedByUserId",
                table: "ValidationMeetings");

            migrationBuilder.DropColumn(
                name: "CoinGivers",
                table: "MeetingResults");

            migrationBuilder.DropColumn(
                name: "CoinPeople",
                table: "MeetingResults");

            migrationBuilder.DropColumn(
                name: "Coins",
                table: "MeetingResults");
        }
    }
}
