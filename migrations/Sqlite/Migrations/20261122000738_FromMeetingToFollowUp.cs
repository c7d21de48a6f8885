using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Loesningsbrikker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FromMeetingToFollowUp : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Conclusion",
                table: "SolutionPieces",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "InstitutionId",
                table: "PieceEvents",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "BudgetYear",
                table: "DialogueProcesses",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CostEstimates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SolutionPieceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PriceLevel = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenByUserId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CostEstimates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CostEstimates_SolutionPieces_SolutionPieceId",
                        column: x => x.SolutionPieceId,
                        principalTable: "SolutionPieces",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Decisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SolutionPieceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Standing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CaseNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedByUserId = table.Column<long>(type: "INTEGER", nullable: true),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Decisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Decisions_SolutionPieces_SolutionPieceId",
                        column: x => x.SolutionPieceId,
                        principalTable: "SolutionPieces",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Designations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SolutionPieceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Choice = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByUserId = table.Column<long>(type: "INTEGER", nullable: true),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Designations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Designations_SolutionPieces_SolutionPieceId",
                        column: x => x.SolutionPieceId,
                        principalTable: "SolutionPieces",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "FollowUps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SolutionPieceId = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstDueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Recurrence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AssignedToUserId = table.Column<long>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    CreatedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedByUserId = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FollowUps_AspNetUsers_AssignedToUserId",
                        column: x => x.AssignedToUserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FollowUps_SolutionPieces_SolutionPieceId",
                        column: x => x.SolutionPieceId,
                        principalTable: "SolutionPieces",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Implementations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SolutionPieceId = table.Column<long>(type: "INTEGER", nullable: false),
                    InstitutionId = table.Column<long>(type: "INTEGER", nullable: true),
                    ResponsibleRole = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ResponsibleUserId = table.Column<long>(type: "INTEGER", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CreatedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    BegunAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastNewsAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    OutcomeText = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Implementations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Implementations_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Implementations_SolutionPieces_SolutionPieceId",
                        column: x => x.SolutionPieceId,
                        principalTable: "SolutionPieces",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "OutboxMessages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DeliveryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToUserId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ForDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstAttemptAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    NextAttemptAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LeaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeasedUntilUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SentAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    GivenUpAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RetriedByUserId = table.Column<long>(type: "INTEGER", nullable: true),
                    RetriedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxMessages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutboxMessages_AspNetUsers_ToUserId",
                        column: x => x.ToUserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ValidationMeetings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CreatedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedByUserId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ValidationMeetings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ValidationMeetings_DialogueProcesses_ProcessId",
                        column: x => x.ProcessId,
                        principalTable: "DialogueProcesses",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "CostLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EstimateId = table.Column<long>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Direction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CostLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CostLines_CostEstimates_EstimateId",
                        column: x => x.EstimateId,
                        principalTable: "CostEstimates",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Milestones",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ImplementationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReachedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReachedByUserId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Milestones", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Milestones_Implementations_ImplementationId",
                        column: x => x.ImplementationId,
                        principalTable: "Implementations",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ProgressReports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ImplementationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByUserId = table.Column<long>(type: "INTEGER", nullable: true),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgressReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProgressReports_Implementations_ImplementationId",
                        column: x => x.ImplementationId,
                        principalTable: "Implementations",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Reminders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FollowUpId = table.Column<long>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ToUserId = table.Column<long>(type: "INTEGER", nullable: false),
                    OutboxMessageId = table.Column<long>(type: "INTEGER", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reminders_FollowUps_FollowUpId",
                        column: x => x.FollowUpId,
                        principalTable: "FollowUps",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Reminders_OutboxMessages_OutboxMessageId",
                        column: x => x.OutboxMessageId,
                        principalTable: "OutboxMessages",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "MeetingAttendances",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MeetingId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Invited = table.Column<int>(type: "INTEGER", nullable: false),
                    Present = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingAttendances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingAttendances_InformantGroups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "InformantGroups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeetingAttendances_ValidationMeetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "ValidationMeetings",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "MeetingResults",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MeetingId = table.Column<long>(type: "INTEGER", nullable: false),
                    SolutionPieceId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Yes = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    DontKnow = table.Column<int>(type: "INTEGER", nullable: false),
                    Professional1 = table.Column<int>(type: "INTEGER", nullable: false),
                    Professional2 = table.Column<int>(type: "INTEGER", nullable: false),
                    Professional3 = table.Column<int>(type: "INTEGER", nullable: false),
                    Professional4 = table.Column<int>(type: "INTEGER", nullable: false),
                    Professional5 = table.Column<int>(type: "INTEGER", nullable: false),
                    Economic1 = table.Column<int>(type: "INTEGER", nullable: false),
                    Economic2 = table.Column<int>(type: "INTEGER", nullable: false),
                    Economic3 = table.Column<int>(type: "INTEGER", nullable: false),
                    Economic4 = table.Column<int>(type: "INTEGER", nullable: false),
                    Economic5 = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingResults", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingResults_InformantGroups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "InformantGroups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeetingResults_SolutionPieces_SolutionPieceId",
                        column: x => x.SolutionPieceId,
                        principalTable: "SolutionPieces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeetingResults_ValidationMeetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "ValidationMeetings",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Validations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SolutionPieceId = table.Column<long>(type: "INTEGER", nullable: false),
                    MeetingId = table.Column<long>(type: "INTEGER", nullable: true),
                    Conclusion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByUserId = table.Column<long>(type: "INTEGER", nullable: true),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Validations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Validations_SolutionPieces_SolutionPieceId",
                        column: x => x.SolutionPieceId,
                        principalTable: "SolutionPieces",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Validations_ValidationMeetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "ValidationMeetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CostEstimates_ProcessId",
                table: "CostEstimates",
                column: "ProcessId");

            migrationBuilder.CreateIndex(
                name: "IX_CostEstimates_SolutionPieceId",
                table: "CostEstimates",
                column: "SolutionPieceId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CostLines_EstimateId_Year_Kind_Direction",
                table: "CostLines",
                columns: new[] { "EstimateId", "Year", "Kind", "Direction" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_ProcessId_DecidedOn",
                table: "Decisions",
                columns: new[] { "ProcessId", "DecidedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_SolutionPieceId_Id",
                table: "Decisions",
                columns: new[] { "SolutionPieceId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Designations_SolutionPieceId_Id",
                table: "Designations",
                columns: new[] { "SolutionPieceId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_AssignedToUserId",
                table: "FollowUps",
                column: "AssignedToUserId");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_ProcessId_ClosedAtUtc_DueOn",
                table: "FollowUps",
                columns: new[] { "ProcessId", "ClosedAtUtc", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_SolutionPieceId_ClosedAtUtc",
                table: "FollowUps",
                columns: new[] { "SolutionPieceId", "ClosedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Implementations_InstitutionId",
                table: "Implementations",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_Implementations_ProcessId",
                table: "Implementations",
                column: "ProcessId");

            migrationBuilder.CreateIndex(
                name: "IX_Implementations_SolutionPieceId_InstitutionId",
                table: "Implementations",
                columns: new[] { "SolutionPieceId", "InstitutionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeetingAttendances_GroupId",
                table: "MeetingAttendances",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingAttendances_MeetingId_GroupId",
                table: "MeetingAttendances",
                columns: new[] { "MeetingId", "GroupId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeetingResults_GroupId",
                table: "MeetingResults",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingResults_MeetingId_SolutionPieceId_GroupId",
                table: "MeetingResults",
                columns: new[] { "MeetingId", "SolutionPieceId", "GroupId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeetingResults_SolutionPieceId",
                table: "MeetingResults",
                column: "SolutionPieceId");

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_ImplementationId",
                table: "Milestones",
                column: "ImplementationId");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_DeliveryId",
                table: "OutboxMessages",
                column: "DeliveryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_SentAtUtc_GivenUpAtUtc_NextAttemptAtUtc",
                table: "OutboxMessages",
                columns: new[] { "SentAtUtc", "GivenUpAtUtc", "NextAttemptAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_ToUserId_Kind_ForDay",
                table: "OutboxMessages",
                columns: new[] { "ToUserId", "Kind", "ForDay" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProgressReports_ImplementationId_Id",
                table: "ProgressReports",
                columns: new[] { "ImplementationId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_FollowUpId_DueOn_ToUserId",
                table: "Reminders",
                columns: new[] { "FollowUpId", "DueOn", "ToUserId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_OutboxMessageId",
                table: "Reminders",
                column: "OutboxMessageId");

            migrationBuilder.CreateIndex(
                name: "IX_ValidationMeetings_ProcessId",
                table: "ValidationMeetings",
                column: "ProcessId");

            migrationBuilder.CreateIndex(
                name: "IX_Validations_MeetingId",
                table: "Validations",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_Validations_SolutionPieceId_Id",
                table: "Validations",
                columns: new[] { "SolutionPieceId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CostLines");

            migrationBuilder.DropTable(
                name: "Decisions");

            migrationBuilder.DropTable(
                name: "Designations");

            migrationBuilder.DropTable(
                name: "MeetingAttendances");

            migrationBuilder.DropTable(
                name: "MeetingResults");

            migrationBuilder.DropTable(
                name: "Milestones");

            migrationBuilder.DropTable(
                name: "ProgressReports");

            migrationBuilder.DropTable(
                name: "Reminders");

            migrationBuilder.DropTable(
                name: "Validations");

            migrationBuilder.DropTable(
                name: "CostEstimates");

            migrationBuilder.DropTable(
                name: "Implementations");

            migrationBuilder.DropTable(
                name: "FollowUps");

            migrationBuilder.DropTable(
                name: "OutboxMessages");

            migrationBuilder.DropTable(
                name: "ValidationMeetings");

            migrationBuilder.DropColumn(
                name: "Conclusion",
                table: "SolutionPieces");

            migrationBuilder.DropColumn(
                name: "InstitutionId",
                table: "PieceEvents");

            migrationBuilder.DropColumn(
                name: "BudgetYear",
                table: "DialogueProcesses");
        }
    }
}
