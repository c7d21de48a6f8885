using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Shared;

/// <summary>
/// The one path for broken rules: an error summary over the form (400), the page for what does not exist (404),
/// the page for a lost race (409), or for a database that is full or busy (503). What was typed is kept. Callers that ask for JSON get problem details.
/// </summary>
public sealed class RuleFilter(IModelMetadataProvider metadata) : IAsyncActionFilter
{
    /// <inheritdoc />
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        // The error page answers for a request whose form may be what was wrong; it keeps its own status.
        if (context.Controller is not HouseController)
        {
            await next();
            return;
        }
        var isPost = !HttpMethods.IsGet(context.HttpContext.Request.Method) && !HttpMethods.IsHead(context.HttpContext.Request.Method);
        if (isPost && !context.ModelState.IsValid)
        {
            context.Result = context.HttpContext.Request.HasUnreadableForm()
                ? ErrorPage(context, StatusCodes.Status400BadRequest, Requests.UnreadableSentence)
                : await AnswerAsync(context, StatusCodes.Status400BadRequest, FirstError(context.ModelState));
            return;
        }
        var executed = await next();
        if (executed.Exception is not { } exception || Told(exception) is not { } told)
            return;
        if (told.Status == StatusCodes.Status400BadRequest)
            context.ModelState.AddModelError(FieldOf(context, exception), told.Sentence);
        executed.ExceptionHandled = true;
        executed.Result = await AnswerAsync(context, told.Status, told.Sentence);
    }

    private static (int Status, string Sentence)? Told(Exception exception) => exception switch
    {
        NotFoundException e => (StatusCodes.Status404NotFound, e.Message),
        ConflictException e => (StatusCodes.Status409Conflict, e.Message),
        RuleException e => (StatusCodes.Status400BadRequest, e.Message),
        DbUpdateConcurrencyException => (StatusCodes.Status409Conflict,
            "En kollega har ændret det samme, mens du arbejdede. Din ændring er ikke gemt."),
        _ => DatabaseErrors.Told(exception),
    };

    private static string FieldOf(ActionExecutingContext context, Exception exception) =>
        (exception as RuleException)?.Field is { } field && context.ActionArguments.ContainsKey("form") ? field : "";

    private static string FirstError(ModelStateDictionary state) =>
        state.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).FirstOrDefault(m => m.Length > 0)
        ?? "Noget i formularen er ikke udfyldt rigtigt.";

    private async Task<IActionResult> AnswerAsync(ActionExecutingContext context, int status, string sentence)
    {
        if (context.HttpContext.Request.WantsJson())
            return new ObjectResult(new ProblemDetails { Status = status, Title = sentence }) { StatusCode = status };
        if (status == StatusCodes.Status400BadRequest && context.ActionArguments.TryGetValue("form", out var form) && form is not null)
            return await ShowAgainAsync(context, form);
        return ErrorPage(context, status, sentence);
    }

    private async Task<IActionResult> ShowAgainAsync(ActionExecutingContext context, object form)
    {
        try
        {
            var page = await ((HouseController)context.Controller).ShowAgainAsync(form);
            if (page is ViewResult view)
                view.StatusCode = StatusCodes.Status400BadRequest;
            return page;
        }
        catch (NotFoundException exception)
        {
            // An invalid form sent to an address that names nothing.
            return ErrorPage(context, StatusCodes.Status404NotFound, exception.Message);
        }
    }

    private ViewResult ErrorPage(ActionExecutingContext context, int status, string sentence) => new()
    {
        ViewName = "Error",
        StatusCode = status,
        ViewData = new ViewDataDictionary<ErrorPage>(metadata, new ModelStateDictionary())
        {
            // Only who lost a race, or met a full or busy database, gets the texts back here; a form that could not even be read must not be read again.
            Model = Shared.ErrorPage.Of(status, sentence, status >= StatusCodes.Status409Conflict ? TypedTexts(context.HttpContext.Request) : null),
        },
    };

    /// <summary>What the loser of a race typed, so that it can be copied; secrets and tokens left out.</summary>
    private static Dictionary<string, string> TypedTexts(HttpRequest request) =>
        request.HasFormContentType && !request.HasUnreadableForm()
            ? request.Form
                .Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal) && !f.Key.EndsWith("Version", StringComparison.Ordinal)
                            && !f.Key.EndsWith("Id", StringComparison.Ordinal)
                            && !f.Key.Contains("Password", StringComparison.OrdinalIgnoreCase) && f.Value.ToString().Length > 0)
                .ToDictionary(f => f.Key, f => f.Value.ToString())
            : [];
}
