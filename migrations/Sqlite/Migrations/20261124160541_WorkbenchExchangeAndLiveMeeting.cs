using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Loesningsbrikker.Migrations.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "EndedAtUtc",
                table: "ValidationMeetings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EndedByUserId",
                table: "ValidationMeetings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "JoinCode",
                table: "ValidationMeetings",
                type: "TEXT",
                maxLength: 5,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "JoinsWithoutSlipByUserId",
                table: "ValidationMeetings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "JoinsWithoutSlipSinceUtc",
                table: "ValidationMeetings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LiveByUserId",
                table: "ValidationMeetings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LiveSinceUtc",
                table: "ValidationMeetings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SecrecyDecidedAtUtc",
                table: "ValidationMeetings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SecrecyDecidedByUserId",
                table: "ValidationMeetings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FormerNumber",
                table: "SolutionPieces",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "LooseSinceUtc",
                table: "Passages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CoinGivers",
                table: "MeetingResults",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "CoinPeople",
                table: "MeetingResults",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Coins",
                table: "MeetingResults",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

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
                name: "ExchangeIds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Guid = table.Column<Guid>(type: "TEXT", nullable: false),
                    RowId = table.Column<long>(type: "INTEGER", nullable: false),
                    IsRecognised = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatorGuid = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    ProjectName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByUserId = table.Column<long>(type: "INTEGER", nullable: false),
                    Interviews = table.Column<int>(type: "INTEGER", nullable: false),
                    Passages = table.Column<int>(type: "INTEGER", nullable: false),
                    Codings = table.Column<int>(type: "INTEGER", nullable: false),
                    Pieces = table.Column<int>(type: "INTEGER", nullable: false),
                    Challenges = table.Column<int>(type: "INTEGER", nullable: false),
                    Lost = table.Column<string>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OwnerUserId = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NameCipher = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ContentCipher = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "MeetingParticipants",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MeetingId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    InformantId = table.Column<long>(type: "INTEGER", nullable: true),
                    SlipCipher = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SlipIndex = table.Column<byte[]>(type: "BLOB", nullable: true),
                    DeviceIndex = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedByUserId = table.Column<long>(type: "INTEGER", nullable: true),
                    JoinedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PresentSinceUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnByUserId = table.Column<long>(type: "INTEGER", nullable: true),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MeetingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MaxChoices = table.Column<int>(type: "INTEGER", nullable: true),
                    IsRehearsal = table.Column<bool>(type: "INTEGER", nullable: false),
                    RepeatsRoundId = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedByUserId = table.Column<long>(type: "INTEGER", nullable: true),
                    OpenedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OpenedByUserId = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosesAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsSecret = table.Column<bool>(type: "INTEGER", nullable: false),
                    ClosedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedByUserId = table.Column<long>(type: "INTEGER", nullable: true),
                    CountedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CountedByUserId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "PieceOrigins",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SolutionPieceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByUserId = table.Column<long>(type: "INTEGER", nullable: true),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MeetingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SolutionPieceId = table.Column<long>(type: "INTEGER", nullable: true),
                    Table = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    CreatedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedByUserId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettledAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SettledByUserId = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    TakenIntoPieceId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "Ballots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    ParticipantId = table.Column<long>(type: "INTEGER", nullable: true),
                    StoredAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    CountedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CountedByUserId = table.Column<long>(type: "INTEGER", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    OnPaper = table.Column<int>(type: "INTEGER", nullable: false),
                    ResultsSha256 = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    SolutionPieceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    Price = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Entitled = table.Column<int>(type: "INTEGER", nullable: false),
                    Present = table.Column<int>(type: "INTEGER", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
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
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    ParticipantId = table.Column<long>(type: "INTEGER", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    Way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EnteredByUserId = table.Column<long>(type: "INTEGER", nullable: true)
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

            migrationBuilder.CreateTable(
                name: "BallotAnswers",
                columns: table => new
                {
                    BallotId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SolutionPieceId = table.Column<long>(type: "INTEGER", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    Value = table.Column<int>(type: "INTEGER", nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    CommentHiddenAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CommentHiddenByUserId = table.Column<long>(type: "INTEGER", nullable: true)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CountId = table.Column<long>(type: "INTEGER", nullable: false),
                    SolutionPieceId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Value = table.Column<int>(type: "INTEGER", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundPieceId = table.Column<long>(type: "INTEGER", nullable: false),
                    PassageId = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
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
