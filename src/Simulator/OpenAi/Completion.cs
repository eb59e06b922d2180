using OutletBot.Simulator.Crm;

namespace OutletBot.Simulator.OpenAi;

/// <summary>The envelope of a completion, and the ways in which its content goes wrong.</summary>
internal static class Completion
{
    public static Answer Of(World world, string model, IReadOnlyList<PromptMessage> prompt, string content, string? fault, int cached)
    {
        var (text, refusal, finish) = fault switch
        {
            "refusal" => (null, "I'm sorry, but I can't help with that.", "stop"),
            "length" => (content[..(content.Length / 2)], null, "length"),
            "contentFilter" => (content[..(content.Length / 3)], null, "content_filter"),
            "malformed" => ($"{content}}}", null, "stop"),
            _ => ((string?)content, (string?)null, "stop"),
        };
        var (input, output) = (prompt.Sum(message => message.Tokens), ((text ?? refusal)!.Length / 4) + 1);
        return OutletBot.Simulator.Answer.Ok(new
        {
            id = $"chatcmpl-{world.Ids.Next()}",
            @object = "chat.completion",
            created = world.Now.ToUnixTimeSeconds(),
            model,
            choices = new[]
            {
                new { index = 0, message = new { role = "assistant", content = text, refusal }, finish_reason = finish },
            },
            usage = new
            {
                prompt_tokens = input,
                completion_tokens = output,
                total_tokens = input + output,
                prompt_tokens_details = new { cached_tokens = cached },
                completion_tokens_details = new { reasoning_tokens = 0 },
            },
            service_tier = "default",
        });
    }
}
