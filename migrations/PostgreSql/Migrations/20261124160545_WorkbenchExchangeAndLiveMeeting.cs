using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Loesningsbrikker.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class WorkbenchExchangeAndLiveMeeting : Migration
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

            migrationBuilder.AddColumn<string>(
                name: "FormerNumber",
                table: "SolutionPieces",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "LooseSinceUtc",
                table: "Passages",
                type: "timestamp with time zone",
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
                name: "CodingSteps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    InterviewId = table.Column<long>(type: "bigint", nullable: true),
                    TranscriptId = table.Column<long>(type: "bigint", nullable: true),
                    StartUtf16 = table.Column<int>(type: "integer", nullable: true),
                    PassageId = table.Column<long>(type: "bigint", nullable: true),
                    CodingId = table.Column<long>(type: "bigint", nullable: true),
                    SolutionPieceId = table.Column<long>(type: "bigint", nullable: true),
                    OtherPieceId = table.Column<long>(type: "bigint", nullable: true),
                    ChallengeId = table.Column<long>(type: "bigint", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ByUserId = table.Column<long>(type: "bigint", nullable: true),
                    Images = table.Column<string>(type: "text", nullable: false),
                    UndoneStepId = table.Column<long>(type: "bigint", nullable: true),
                    RedoneStepId = table.Column<long>(type: "bigint", nullable: true),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    ProcessId = table.Column<long>(type: "bigint", nullable: false)
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
                name: "ExchangeIds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Guid = table.Column<Guid>(type: "uuid", nullable: false),
                    RowId = table.Column<long>(type: "bigint", nullable: false),
                    IsRecognised = table.Column<bool>(type: "boolean", nullable: false),
                    CreatorGuid = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    ProcessId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExchangeIds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExchangeIds_DialogueProcesses_ProcessId",
                        column: x => x.ProcessId,
                        principalTable: "DialogueProcesses",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ExchangeImports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FileName = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    ProjectName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Origin = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ByUserId = table.Column<long>(type: "bigint", nullable: false),
                    Interviews = table.Column<int>(type: "integer", nullable: false),
                    Passages = table.Column<int>(type: "integer", nullable: false),
                    Codings = table.Column<int>(type: "integer", nullable: false),
                    Pieces = table.Column<int>(type: "integer", nullable: false),
                    Challenges = table.Column<int>(type: "integer", nullable: false),
                    Lost = table.Column<string>(type: "text", nullable: false),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    ProcessId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExchangeImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExchangeImports_DialogueProcesses_ProcessId",
                        column: x => x.ProcessId,
                        principalTable: "DialogueProcesses",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ImportDrafts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OwnerUserId = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    NameCipher = table.Column<byte[]>(type: "bytea", nullable: false),
                    ContentCipher = table.Column<byte[]>(type: "bytea", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    ProcessId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportDrafts_AspNetUsers_OwnerUserId",
                        column: x => x.OwnerUserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImportDrafts_DialogueProcesses_ProcessId",
                        column: x => x.ProcessId,
                        principalTable: "DialogueProcesses",
                        principalColumn: "Id");
                });

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
                name: "LiveVisitors",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Topic = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    SeenAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false)
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
                name: "PieceOrigins",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SolutionPieceId = table.Column<long>(type: "bigint", nullable: false),
                    Source = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    Place = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    Fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ByUserId = table.Column<long>(type: "bigint", nullable: true),
                    MunicipalityId = table.Column<long>(type: "bigint", nullable: false),
                    ProcessId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PieceOrigins", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PieceOrigins_SolutionPieces_SolutionPieceId",
                        column: x => x.SolutionPieceId,
                        principalTable: "SolutionPieces",
                        principalColumn: "Id");
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
                name: "IX_ExchangeIds_ProcessId_Kind_Guid",
                table: "ExchangeIds",
                columns: new[] { "ProcessId", "Kind", "Guid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExchangeIds_ProcessId_Kind_RowId",
                table: "ExchangeIds",
                columns: new[] { "ProcessId", "Kind", "RowId" });

            migrationBuilder.CreateIndex(
                name: "IX_ExchangeImports_ProcessId",
                table: "ExchangeImports",
                column: "ProcessId");

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
                name: "IX_ImportDrafts_ExpiresAtUtc",
                table: "ImportDrafts",
                column: "ExpiresAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_ImportDrafts_OwnerUserId",
                table: "ImportDrafts",
                column: "OwnerUserId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportDrafts_ProcessId_OwnerUserId",
                table: "ImportDrafts",
                columns: new[] { "ProcessId", "OwnerUserId" });

            migrationBuilder.CreateIndex(
                name: "IX_InterviewGuides_ProcessId",
                table: "InterviewGuides",
                column: "ProcessId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LiveVisitors_Topic_UserId",
                table: "LiveVisitors",
                columns: new[] { "Topic", "UserId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LiveVisitors_UserId",
                table: "LiveVisitors",
                column: "UserId");

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
                name: "IX_PassageAnchors_PassageId_TranscriptId",
                table: "PassageAnchors",
                columns: new[] { "PassageId", "TranscriptId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PassageAnchors_TranscriptId_StartUtf16",
                table: "PassageAnchors",
                columns: new[] { "TranscriptId", "StartUtf16" });

            migrationBuilder.CreateIndex(
                name: "IX_PieceOrigins_ProcessId_Fingerprint",
                table: "PieceOrigins",
                columns: new[] { "ProcessId", "Fingerprint" });

            migrationBuilder.CreateIndex(
                name: "IX_PieceOrigins_SolutionPieceId",
                table: "PieceOrigins",
                column: "SolutionPieceId");

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
                name: "BallotAnswers");

            migrationBuilder.DropTable(
                name: "CodingSteps");

            migrationBuilder.DropTable(
                name: "ExchangeIds");

            migrationBuilder.DropTable(
                name: "ExchangeImports");

            migrationBuilder.DropTable(
                name: "GuideSections");

            migrationBuilder.DropTable(
                name: "ImportDrafts");

            migrationBuilder.DropTable(
                name: "LiveVisitors");

            migrationBuilder.DropTable(
                name: "PassageAnchors");

            migrationBuilder.DropTable(
                name: "PieceOrigins");

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
                name: "TranscriptCorrections");

            migrationBuilder.DropTable(
                name: "Ballots");

            migrationBuilder.DropTable(
                name: "GuideQuestions");

            migrationBuilder.DropTable(
                name: "RoundPieces");

            migrationBuilder.DropTable(
                name: "RoundCounts");

            migrationBuilder.DropTable(
                name: "MeetingParticipants");

            migrationBuilder.DropTable(
                name: "InterviewGuides");

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
                name: "FormerNumber",
                table: "SolutionPieces");

            migrationBuilder.DropColumn(
                name: "LooseSinceUtc",
                table: "Passages");

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
