using Microsoft.Extensions.AI;
using OpenAI.Chat;
using OutletBot.Conversations;
using OutletBot.Options;
using AIFinish = Microsoft.Extensions.AI.ChatFinishReason;
using AIMessage = Microsoft.Extensions.AI.ChatMessage;
using OAFormat = OpenAI.Chat.ChatResponseFormat;

namespace OutletBot.Agent;

/// <summary>One call of the model for one turn.</summary>
internal sealed class ModelCall(IChatClient client, AgentOptions options)
{
    /// <summary>The most tokens that an answer may have.</summary>
    public const int OutputLimit = 400;

    public async Task<ModelAnswer> AskAsync(IList<AIMessage> messages, TurnSchema schema, CancellationToken cancellation)
    {
        var response = await client.GetResponseAsync(messages, ChatBy(schema), cancellation);
        return new(TextOf(response, out var flaw), flaw, UsageOf(response));
    }

    private static ChatOptions ChatBy(TurnSchema schema) => new()
    {
        Temperature = 0.3f,
        MaxOutputTokens = OutputLimit,
        // The schema goes out as it is written: generated from a type, it would not be sent as strict.
        RawRepresentationFactory = _ => new ChatCompletionOptions
        {
            ResponseFormat = OAFormat.CreateJsonSchemaFormat(TurnSchema.Name, schema.Json, jsonSchemaIsStrict: true),
        },
    };

    private static string TextOf(ChatResponse response, out string? flaw)
    {
        flaw = response switch
        {
            _ when response.Messages.SelectMany(message => message.Contents).OfType<ErrorContent>().Any() => "refusal",
            { FinishReason: var finish } when finish == AIFinish.ContentFilter => "content_filter",
            { FinishReason: var finish } when finish == AIFinish.Length => "truncated",
            { FinishReason: var finish } when finish is not null && finish != AIFinish.Stop => "unfinished",
            { Text.Length: 0 } => "empty",
            _ => null,
        };
        return response.Text;
    }

    private ModelUsage? UsageOf(ChatResponse response)
    {
        if (response.Usage is not { } usage)
            return null;

        long input = usage.InputTokenCount ?? 0, output = usage.OutputTokenCount ?? 0;
        var cached = Math.Min(usage.CachedInputTokenCount ?? 0, input);
        return new(input, output, options.Price.Of(input, cached, output)) { CachedTokens = cached };
    }
}

/// <summary>What came back.</summary>
/// <param name="Text">The model's text.</param>
/// <param name="Flaw">Why it cannot be used, null when nothing speaks against reading it.</param>
/// <param name="Usage">What it cost, null when the provider does not tell.</param>
internal sealed record ModelAnswer(string Text, string? Flaw, ModelUsage? Usage);
