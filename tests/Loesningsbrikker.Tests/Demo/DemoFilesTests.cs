using Loesningsbrikker.Demo;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Tests.Demo;

/// <summary>The demo's texts hold together: everything that is named exists, and every quotation stands in its interview once.</summary>
[TestFixture("school", 38, 28, 22)]
[TestFixture("daycare", 33, 25, 7)]
public sealed class DemoFilesTests(string folder, int political, int administrative, int local)
{
    private readonly DemoFiles _files = DemoFiles.Read(folder);

    [Test]
    public void The_pieces_are_as_many_per_class_as_in_the_practice_and_numbered_without_gaps()
    {
        Assert.That(_files.Pieces.CountBy(p => p.Class).ToDictionary(), Is.EqualTo(new Dictionary<PieceClass, int>
        {
            [PieceClass.Political] = political, [PieceClass.Administrative] = administrative, [PieceClass.Local] = local,
        }));
        Assert.That(_files.Pieces.Select(p => p.Number), Is.EqualTo(Enumerable.Range(1, _files.Pieces.Count)));
    }

    [Test]
    public void Everything_that_a_piece_names_exists()
    {
        Assert.That(_files.Pieces.Select(p => p.Theme).OfType<string>().Distinct(), Is.SubsetOf(_files.Process.Themes));
        Assert.That(_files.Pieces.SelectMany(p => p.Strategies ?? []).Distinct(), Is.SubsetOf(_files.Process.Strategies));
        Assert.That(_files.Pieces.SelectMany(p => p.Challenges ?? []).Distinct(), Is.SubsetOf(_files.Process.Challenges.Select(c => c.Title)));
        Assert.That(_files.Interviews.SelectMany(i => i.Informants).Distinct(), Is.SubsetOf(_files.Process.Informants.Select(i => i.Code)));
        Assert.That(_files.Process.Informants.Select(i => i.Group).Distinct(), Is.SubsetOf(_files.Process.Groups.Select(g => g.Name)));
    }

    [Test]
    public void Every_quotation_stands_in_its_interview_exactly_once()
    {
        var texts = _files.Interviews.Select(i => TranscriptText.Join(i.Paragraphs.Select(p => p.Text))).ToList();
        var wrong = _files.Passages.Where(p => texts[p.Interview - 1].Split(p.Quote).Length != 2).Select(p => $"{p.Interview}: {p.Quote}");
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Every_interview_is_long_enough_to_read_and_every_group_is_heard()
    {
        Assert.That(_files.Interviews, Has.Count.GreaterThanOrEqualTo(7));
        Assert.That(_files.Interviews.Select(i => i.Paragraphs.Sum(p => TranscriptText.CountWords(p.Text))), Is.All.GreaterThanOrEqualTo(600));
        var heard = _files.Interviews.SelectMany(i => i.Informants).Select(code => _files.Process.Informants.First(i => i.Code == code).Group).Distinct();
        Assert.That(heard, Is.EquivalentTo(_files.Process.Groups.Select(g => g.Name)));
        Assert.That(_files.Passages, Has.Count.GreaterThanOrEqualTo(125));
    }
}
