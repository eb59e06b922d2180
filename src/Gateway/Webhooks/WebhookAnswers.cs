using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace OutletBot.Gateway.Webhooks;

internal sealed record AcceptedAnswer(
    string Status, string Conversation, string MessageId, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Count = null);

internal sealed record DuplicateAnswer(string Status = "duplicate");

internal sealed record IgnoredAnswer(string Reason, string Status = "ignored");

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AcceptedAnswer))]
[JsonSerializable(typeof(DuplicateAnswer))]
[JsonSerializable(typeof(IgnoredAnswer))]
internal sealed partial class WebhookAnswerJson : JsonSerializerContext;

/// <summary>The answers of the contract.</summary>
internal static class WebhookAnswers
{
    public static readonly IResult Duplicate = TypedResults.Json(new DuplicateAnswer(), WebhookAnswerJson.Default.DuplicateAnswer);

    public static IResult Accepted(Inbox.InboxEvent first, int? count) => TypedResults.Json(
        new AcceptedAnswer("accepted", first.Conversation.ToString(), first.MessageId, count),
        WebhookAnswerJson.Default.AcceptedAnswer,
        statusCode: StatusCodes.Status202Accepted);

    public static IResult Ignored(string reason) => TypedResults.Json(new IgnoredAnswer(reason), WebhookAnswerJson.Default.IgnoredAnswer);

    public static IResult Invalid(IDictionary<string, string[]> errors) => TypedResults.ValidationProblem(
        errors, string.Join("; ", errors.Select(error => $"{error.Key} {string.Join(", ", error.Value)}")));

    public static IResult Problem(int status, string detail) => TypedResults.Problem(detail, statusCode: status);

    /// <summary>A problem that the caller answers by coming again later.</summary>
    public static IResult ComeAgain(string detail, TimeSpan retryAfter) => new RetryLater(TypedResults.Problem(detail, statusCode: StatusCodes.Status429TooManyRequests), retryAfter);

    private sealed class RetryLater(ProblemHttpResult problem, TimeSpan retryAfter) : IResult, IStatusCodeHttpResult
    {
        public int? StatusCode => problem.StatusCode;

        public Task ExecuteAsync(HttpContext httpContext)
        {
            var seconds = Math.Max(1, (long)Math.Ceiling(retryAfter.TotalSeconds));
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return problem.ExecuteAsync(httpContext);
        }
    }
}
