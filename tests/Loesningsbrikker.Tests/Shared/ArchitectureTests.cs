using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>The house rules hold everywhere, and each rule has been seen to bite.</summary>
public sealed class ArchitectureTests
{
    private static readonly Type[] HouseTypes = typeof(House).Assembly.GetTypes();

    [Test]
    public void Entities_never_mention_AspNet()
    {
        var entities = HouseTypes.Where(t => t.IsAssignableTo(typeof(IMunicipalityOwned)) || t == typeof(Municipality)).ToList();
        Assert.That(entities, Has.Count.GreaterThan(15));
        Assert.That(TypeReferences.ToAspNet(entities), Is.Empty);
    }

    [Test]
    public void An_entity_that_mentions_AspNet_is_found_wherever_it_does(
        [Values(typeof(ByBase), typeof(ByProperty), typeof(ByAttribute), typeof(ByCall), typeof(ByAsyncCall), typeof(ByArgument))] Type entity) =>
        Assert.That(TypeReferences.ToAspNet([entity]), Is.Not.Empty);

    [Test]
    public void Every_action_demands_a_permission_or_allows_everybody() =>
        Assert.That(HouseRules.ActionsWithoutPermission(HouseTypes), Is.Empty);

    [Test]
    public void An_action_without_permission_is_named() =>
        Assert.That(HouseRules.ActionsWithoutPermission([typeof(Careless)]), Is.EqualTo(new[] { "Careless.Open" }));

    [Test]
    public void Views_carry_nothing_inline_and_nothing_unencoded() =>
        Assert.That(Broken("src/", HouseRules.UnsafeMarkup, ".cshtml"), Is.Empty);

    [TestCase("<p>@Html.Raw(text)</p>")]
    [TestCase("<p style=\"color: red\">")]
    [TestCase("<button onclick=\"go()\">")]
    [TestCase("<script>go()</script>")]
    [TestCase("<a href=\"javascript:go()\">")]
    public void Unsafe_markup_is_found(string markup) => Assert.That(HouseRules.UnsafeMarkup(markup), Is.Not.Empty);

    [TestCase("<link rel=\"stylesheet\" href=\"a.css\">")]
    [TestCase("<script src=\"~/house/coding.js\" defer></script>")]
    public void Linked_styles_and_scripts_are_welcome(string markup) => Assert.That(HouseRules.UnsafeMarkup(markup), Is.Empty);

    [Test]
    public void Time_comes_from_the_TimeProvider() => Assert.That(Broken("src/", HouseRules.OwnClocks, ".cs", ".cshtml"), Is.Empty);

    [TestCase("var now = DateTime.UtcNow;")]
    [TestCase("var day = DateTime.Today;")]
    [TestCase("var now = DateTimeOffset.Now;")]
    public void A_clock_of_its_own_is_found(string code) => Assert.That(HouseRules.OwnClocks(code), Is.Not.Empty);

    [Test]
    public void Nothing_of_others_is_copied_into_the_repository() => Assert.That(HouseRules.ThirdPartyFiles(HouseRules.TrackedFiles), Is.Empty);

    [TestCase("src/Loesningsbrikker.Host/wwwroot/lib/dkfds/css/dkfds.css")]
    [TestCase("src/Loesningsbrikker.Host/wwwroot/house/chart.min.js")]
    public void A_file_of_others_is_found(string file) => Assert.That(HouseRules.ThirdPartyFiles([file]), Is.Not.Empty);

    [Test]
    public void No_file_is_too_long_to_read_in_one_go() => Assert.That(Broken("src/", TooLong, ".cs", ".cshtml", ".js", ".css"), Is.Empty);

    [Test]
    public void A_file_that_is_too_long_is_found()
    {
        Assert.That(TooLong(new string('\n', HouseRules.LongestFile)), Is.Empty);
        Assert.That(TooLong(new string('\n', HouseRules.LongestFile + 1)), Is.Not.Empty);
    }

    private static string[] TooLong(string text) =>
        text.AsSpan().Count('\n') is var lines && lines > HouseRules.LongestFile ? [$"{lines} lines"] : [];

    private static IEnumerable<string> Broken(string folder, Func<string, IEnumerable<string>> rule, params string[] endings)
    {
        var files = HouseRules.TrackedFiles.Where(f => f.StartsWith(folder, StringComparison.Ordinal) && endings.Contains(Path.GetExtension(f))).ToList();
        Assert.That(files, Is.Not.Empty);
        return files.SelectMany(f => rule(File.ReadAllText(Path.Combine(HouseRules.Root, f))).Select(broken => $"{f}: {broken}"));
    }

#pragma warning disable MA0053, CA1822 // Samples of what must be found.
    private class ByBase : ControllerBase;

    private class ByProperty : Entity
    {
        public List<IFormFile> Files { get; } = [];
    }

    private class ByAttribute : Entity
    {
        [HiddenInput]
        public string Name { get; set; } = "";
    }

    private class ByCall : Entity
    {
        public string Path() => string.Concat(PathString.FromUriComponent("/a").Value);
    }

    private class ByAsyncCall : Entity
    {
        public async Task PathAsync()
        {
            await Task.Yield();
            _ = PathString.FromUriComponent("/a");
        }
    }

    private class ByArgument : Entity
    {
        public void Take(HttpRequest? request) => _ = request;
    }

    private class Careless : Controller
    {
        public IActionResult Open() => Ok();

        [Permit(Permission.SignedIn)]
        public IActionResult Guarded() => Ok();

        [NonAction]
        public IActionResult Help() => Ok();
    }
#pragma warning restore MA0053, CA1822
}
