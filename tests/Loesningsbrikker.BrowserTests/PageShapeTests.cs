using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests;

/// <summary>What every page has in common, tried on the first two that anybody meets.</summary>
public sealed class PageShapeTests(Screen screen) : BrowserTest(screen)
{
    [Test]
    public async Task The_sign_in_page_and_the_front_page_are_accessible()
    {
        await Page.GotoAsync("/sign-in");
        await Axe.AssertCleanAsync(Page);
        await SignInAsync(Role.Consultant);
        await Axe.AssertCleanAsync(Page);
    }

    [Test]
    public async Task Axe_finds_a_field_without_a_label()
    {
        await Page.GotoAsync("/sign-in");
        await Page.EvaluateAsync("document.querySelector('main').append(document.createElement('input'))");
        Assert.That(await Axe.ViolationsAsync(Page), Has.Some.StartsWith("label "));
    }

    [Test]
    public async Task A_wrong_password_is_told_and_the_page_stays_accessible()
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByLabel("E-mail").FillAsync("ingen@lyngholm.example");
        await Page.GetByLabel("Adgangskode").FillAsync("forkert");
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.GetByText("E-mail eller adgangskode er forkert").First).ToBeVisibleAsync();
        await Axe.AssertCleanAsync(Page);
        ExpectComplaint("status of 400");
    }

    [Test]
    public async Task The_first_tab_stop_skips_to_the_content()
    {
        await SignInAsync(Role.Consultant);
        await Page.GotoAsync("/");
        await Page.Keyboard.PressAsync("Tab");
        var skip = Page.GetByRole(AriaRole.Link, new() { Name = "Gå til indhold" });
        await Assertions.Expect(skip).ToBeFocusedAsync();
        await Assertions.Expect(skip).ToBeInViewportAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.Locator("#main-content")).ToBeFocusedAsync();
    }

    [Test]
    public async Task The_user_menu_opens_and_signs_out_by_keyboard()
    {
        await SignInAsync(Role.Leader);
        var menu = Page.Locator(".house-user > summary");
        for (var stops = 0; stops < 20 && !await menu.EvaluateAsync<bool>("e => e === document.activeElement"); stops++)
            await Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(menu).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");
        var signOut = Page.GetByRole(AriaRole.Button, new() { Name = "Log ud" });
        await Assertions.Expect(signOut).ToBeVisibleAsync();
        await signOut.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in$", default, TimeSpan.FromSeconds(1)));
    }

    [Test]
    public async Task What_the_content_security_policy_refuses_is_noticed()
    {
        await Page.GotoAsync("/sign-in");
        await Page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')");
        ExpectComplaint("Content Security Policy");
    }
}
