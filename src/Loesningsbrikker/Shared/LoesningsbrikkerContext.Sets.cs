using Loesningsbrikker.Accounts;
using Loesningsbrikker.Budget;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.Exchange;
using Loesningsbrikker.Implementations;
using Loesningsbrikker.FollowUps;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Interviews.Corrections;
using Loesningsbrikker.Interviews.Guide;
using Loesningsbrikker.Interviews.Journal;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Meetings.Live;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Reminders;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Shared;

#pragma warning disable CS1591 // One set per entity; the entities carry the docstrings.
public sealed partial class LoesningsbrikkerContext
{
    public DbSet<Municipality> Municipalities => Set<Municipality>();
    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();

    public DbSet<DialogueProcess> DialogueProcesses => Set<DialogueProcess>();
    public DbSet<ProcessMember> ProcessMembers => Set<ProcessMember>();
    public DbSet<Theme> Themes => Set<Theme>();
    public DbSet<Challenge> Challenges => Set<Challenge>();
    public DbSet<Strategy> Strategies => Set<Strategy>();
    public DbSet<Institution> Institutions => Set<Institution>();
    public DbSet<InformantGroup> InformantGroups => Set<InformantGroup>();
    public DbSet<Informant> Informants => Set<Informant>();
    public DbSet<InformantIdentity> InformantIdentities => Set<InformantIdentity>();

    public DbSet<Interview> Interviews => Set<Interview>();
    public DbSet<Transcript> Transcripts => Set<Transcript>();
    public DbSet<TranscriptParagraph> TranscriptParagraphs => Set<TranscriptParagraph>();
    public DbSet<Passage> Passages => Set<Passage>();
    public DbSet<ImportDraft> ImportDrafts => Set<ImportDraft>();
    public DbSet<Coding> Codings => Set<Coding>();
    public DbSet<TranscriptCorrection> TranscriptCorrections => Set<TranscriptCorrection>();
    public DbSet<PassageAnchor> PassageAnchors => Set<PassageAnchor>();
    public DbSet<InterviewGuide> InterviewGuides => Set<InterviewGuide>();
    public DbSet<GuideQuestion> GuideQuestions => Set<GuideQuestion>();
    public DbSet<GuideSection> GuideSections => Set<GuideSection>();
    public DbSet<CodingStep> CodingSteps => Set<CodingStep>();

    public DbSet<SolutionPiece> SolutionPieces => Set<SolutionPiece>();
    public DbSet<PieceEvent> PieceEvents => Set<PieceEvent>();
    public DbSet<PieceOrigin> PieceOrigins => Set<PieceOrigin>();

    public DbSet<ValidationMeeting> ValidationMeetings => Set<ValidationMeeting>();
    public DbSet<MeetingAttendance> MeetingAttendances => Set<MeetingAttendance>();
    public DbSet<MeetingResult> MeetingResults => Set<MeetingResult>();
    public DbSet<MeetingParticipant> MeetingParticipants => Set<MeetingParticipant>();
    public DbSet<MeetingRound> MeetingRounds => Set<MeetingRound>();
    public DbSet<RoundPiece> RoundPieces => Set<RoundPiece>();
    public DbSet<RoundQuotation> RoundQuotations => Set<RoundQuotation>();
    public DbSet<RoundTurnout> RoundTurnouts => Set<RoundTurnout>();
    public DbSet<RoundVoter> RoundVoters => Set<RoundVoter>();
    public DbSet<Ballot> Ballots => Set<Ballot>();
    public DbSet<BallotAnswer> BallotAnswers => Set<BallotAnswer>();
    public DbSet<RoundCount> RoundCounts => Set<RoundCount>();
    public DbSet<RoundResult> RoundResults => Set<RoundResult>();
    public DbSet<Qualification> Qualifications => Set<Qualification>();
    public DbSet<Validation> Validations => Set<Validation>();
    public DbSet<Designation> Designations => Set<Designation>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<CostEstimate> CostEstimates => Set<CostEstimate>();
    public DbSet<CostLine> CostLines => Set<CostLine>();
    public DbSet<Implementation> Implementations => Set<Implementation>();
    public DbSet<Milestone> Milestones => Set<Milestone>();
    public DbSet<ProgressReport> ProgressReports => Set<ProgressReport>();

    public DbSet<FollowUp> FollowUps => Set<FollowUp>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    public DbSet<ExchangeId> ExchangeIds => Set<ExchangeId>();
    public DbSet<ExchangeImport> ExchangeImports => Set<ExchangeImport>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();
    public DbSet<AccessLogEntry> AccessLogEntries => Set<AccessLogEntry>();
    public DbSet<LiveVisitor> LiveVisitors => Set<LiveVisitor>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();
}
