using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Loesningsbrikker.Shared;

/// <summary>
/// The one path for broken rules: an error summary over the form (400), the page for what does not exist (404),
/// or the page for a lost race (409). What was typed is kept. Callers that ask for JSON get problem details.
/// </summary>
public sealed class RuleFilter(IModelMetadataProvider metadata) : IAsyncActionFilter
{
    /// <inheritdoc />
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var isPost = !HttpMethods.IsGet(context.HttpContext.Request.Method) && !HttpMethods.IsHead(context.HttpContext.Request.Method);
        if (isPost && !context.ModelState.IsValid)
        {
            context.Result = await AnswerAsync(context, StatusCodes.Status400BadRequest, FirstError(context.ModelState));
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
        DbUpdateException e when IsUniqueViolation(e.InnerException) => (StatusCodes.Status400BadRequest,
            "Der findes allerede en med samme navn eller kode."),
        _ => null,
    };

    private static bool IsUniqueViolation(Exception? exception) => exception switch
    {
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        _ => false,
    };

    private static string FieldOf(ActionExecutingContext context, Exception exception) =>
        (exception as RuleException)?.Field is { } field && context.ActionArguments.ContainsKey("form") ? field : "";

    private static string FirstError(ModelStateDictionary state) =>
        state.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).FirstOrDefault(m => m.Length > 0)
        ?? "Noget i formularen er ikke udfyldt rigtigt.";

    private async Task<IActionResult> AnswerAsync(ActionExecutingContext context, int status, string sentence)
    {
        if (context.HttpContext.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal))
            return new ObjectResult(new ProblemDetails { Status = status, Title = sentence }) { StatusCode = status };
        if (status == StatusCodes.Status400BadRequest && context.ActionArguments.TryGetValue("form", out var form) && form is not null)
        {
            var page = await ((HouseController)context.Controller).ShowAgainAsync(form);
            if (page is ViewResult view)
                view.StatusCode = status;
            return page;
        }
        return ErrorPage(context, status, sentence);
    }

    private ViewResult ErrorPage(ActionExecutingContext context, int status, string sentence) => new()
    {
        ViewName = "Error",
        StatusCode = status,
        ViewData = new ViewDataDictionary<ErrorPage>(metadata, new ModelStateDictionary())
        {
            Model = Shared.ErrorPage.Of(status, sentence, TypedTexts(context.HttpContext.Request)),
        },
    };

    /// <summary>What the loser of a race typed, so that it can be copied; secrets and tokens left out.</summary>
    private static Dictionary<string, string> TypedTexts(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType
                ? request.Form
                    .Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal) && f.Key is not "Version"
                                && !f.Key.Contains("Password", StringComparison.OrdinalIgnoreCase) && f.Value.ToString().Length > 0)
                    .ToDictionary(f => f.Key, f => f.Value.ToString())
                : [];
        }
        catch (InvalidDataException)
        {
            // A body that cannot be read, e.g. with %00 in it, has no texts to give back.
            return [];
        }
    }
}
