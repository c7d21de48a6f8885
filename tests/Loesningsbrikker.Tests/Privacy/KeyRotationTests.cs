using System.Security.Cryptography;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.Tests.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Privacy;

/// <summary>On a Host of its own, because a rotation concerns all municipalities.</summary>
[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.PostgreSql)]
public sealed class KeyRotationTests(DatabaseKind database)
{
    private const int People = 450;

    [Test]
    public async Task A_rotation_that_is_cut_off_is_finished_by_the_next_and_the_old_key_is_not_needed_any_more()
    {
        TestHost.SkipWithoutServer(database);
        await using var host = new TestHost(database);
        var oldLine = "test:" + Convert.ToBase64String(new byte[32]) + "\n";
        var newLine = MasterKey.NewLine("ny");
        var city = await TestCity.CreateAsync(host);
        await Site.SignInAsync(host, city.User(Role.Leader).Email!);
        await AddAuthenticatorAsync(host, city);
        await AddPeopleAsync(host, city, new IdentityCipher(MasterKey.Parse(oldLine)));
        await AddDraftAsync(host, city, new DraftCipher(MasterKey.Parse(oldLine)));
        var both = MasterKey.Parse(newLine + oldLine);

        Assert.That(async () => await RotateAsync(host, both, stopInSecondBatch: true), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await NamesAsync(host), Is.EquivalentTo(new[] { "test", "ny" }));
        var rest = await RotateAsync(host, both);
        Assert.That(rest.Identities, Is.EqualTo(People - KeyRotation.BatchSize));
        Assert.That(rest.ProtectionKeys, Is.Positive);
        Assert.That(rest.UserTokens, Is.EqualTo(1));
        Assert.That(await NamesAsync(host), Is.EquivalentTo(new[] { "ny" }));
        Assert.That(rest.ImportDrafts, Is.EqualTo(1));
        Assert.That(await RotateAsync(host, both), Is.EqualTo(new RotationResult(0, 0, 0, 0, 0)));
        await AssertReadableAsync(host, city, new IdentityCipher(MasterKey.Parse(newLine)));
        await AssertDraftReadableAsync(host, city, new DraftCipher(MasterKey.Parse(newLine)));
    }

    private static async Task AddPeopleAsync(TestHost host, TestCity city, IdentityCipher cipher)
    {
        await using var scope = host.Scope(city.MunicipalityId);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var group = new InformantGroup { ProcessId = city.Process.Id, Name = "Ledere" };
        var informants = Enumerable.Range(0, People).Select(i => new Informant { ProcessId = city.Process.Id, Code = $"L-{i}", Group = group }).ToList();
        db.AddRange(informants);
        await db.SaveChangesAsync();
        foreach (var (i, informant) in informants.Index())
        {
            var identity = new InformantIdentity { ProcessId = city.Process.Id, InformantId = informant.Id };
            cipher.Write(identity, $"Åse Prøve {i}", i % 2 == 0 ? $"Aase{i}@prøveby.example" : null);
            db.Add(identity);
        }
        await db.SaveChangesAsync();
    }

    private static async Task AddAuthenticatorAsync(TestHost host, TestCity city)
    {
        await using var scope = host.Scope(city.MunicipalityId);
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        await users.ResetAuthenticatorKeyAsync((await users.FindByIdAsync(city.User(Role.Leader).Id.ToString()))!);
    }

    private static async Task AddDraftAsync(TestHost host, TestCity city, DraftCipher cipher)
    {
        await using var scope = host.Scope(city.MunicipalityId);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var draft = ImportDraft.Begin(city.Process.Id, city.User(Role.Consultant).Id, db.UtcNow);
        cipher.Write(draft, new DraftContent { FileName = "Åse.txt", Paragraphs = [new("Åse", "Hej.")] });
        db.Add(draft);
        await db.SaveChangesAsync();
    }

    private static async Task AssertDraftReadableAsync(TestHost host, TestCity city, DraftCipher cipher)
    {
        await using var scope = host.Scope(city.MunicipalityId);
        var draft = await scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>().ImportDrafts.SingleAsync();
        Assert.That(cipher.ReadName(draft.NameCipher), Is.EqualTo("Åse.txt"));
        Assert.That(cipher.Read(draft).Paragraphs, Is.EqualTo(new[] { new ParagraphText("Åse", "Hej.") }));
    }

    private static async Task<RotationResult> RotateAsync(TestHost host, MasterKey key, bool stopInSecondBatch = false)
    {
        await using var scope = host.Scope(null);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        using var stop = new CancellationTokenSource();
        var read = 0;
        if (stopInSecondBatch)
            db.ChangeTracker.Tracked += (_, _) =>
            {
                if (++read == KeyRotation.BatchSize + 50)
                    stop.Cancel();
            };
        return await KeyRotation.RunAsync(db, key, stop.Token);
    }

    private static async Task<IReadOnlySet<string>> NamesAsync(TestHost host)
    {
        await using var scope = host.Scope(null);
        return await KeyRotation.NamesInUseAsync(scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>());
    }

    private static async Task AssertReadableAsync(TestHost host, TestCity city, IdentityCipher cipher)
    {
        await using var scope = host.Scope(city.MunicipalityId);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var all = await db.InformantIdentities.OrderBy(i => i.Id).ToListAsync();
        Assert.That(all.Select(cipher.Read), Is.EqualTo(Enumerable.Range(0, People)
            .Select(i => ($"Åse Prøve {i}", i % 2 == 0 ? $"Aase{i}@prøveby.example" : null))));
        var index = cipher.IndexOf(" aase2@PRØVEBY.example ");
        Assert.That(await db.InformantIdentities.CountAsync(i => i.EmailIndex == index), Is.EqualTo(1));
    }
}

public sealed class MasterKeyTests
{
    [Test]
    public void A_cipher_that_was_changed_or_serves_another_purpose_is_refused()
    {
        var key = MasterKey.Parse(MasterKey.NewLine("k1"));
        var cipher = key.Encrypt("Åse", "name");
        Assert.That(key.Decrypt(cipher, "name"), Is.EqualTo("Åse"));
        Assert.That(() => key.Decrypt(cipher, "e-mail"), Throws.InstanceOf<CryptographicException>());
        cipher[^1] ^= 1;
        Assert.That(() => key.Decrypt(cipher, "name"), Throws.InstanceOf<CryptographicException>());
    }

    [Test]
    public void A_seal_fits_only_its_data_and_its_key()
    {
        var key = MasterKey.Parse(MasterKey.NewLine("k1"));
        var seal = key.Seal("indhold"u8);
        Assert.That(key.IsSealOf(seal, "indhold"u8));
        Assert.That(key.IsSealOf(seal, "indhola"u8), Is.False);
        Assert.That(MasterKey.Parse(MasterKey.NewLine("k1")).IsSealOf(seal, "indhold"u8), Is.False);
        Assert.That(key.IsSealOf("", "indhold"u8), Is.False);
    }

    [TestCase("")]
    [TestCase("k1:abc")]
    [TestCase("ingen kolon")]
    [TestCase("k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nk1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void A_malformed_key_file_is_refused_in_Danish(string text) =>
        Assert.That(() => MasterKey.Parse(text), Throws.TypeOf<OperatorException>());
}
