using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OutletBot.Agent;
using OutletBot.Costs;
using OutletBot.Locations;
using OutletBot.Options;

namespace OutletBot.Unit.Agent;

/// <summary>A model that says what a test wants and counts how often it is asked.</summary>
[SuppressMessage("Design", "CA1001", Justification = "It is its own client, which holds nothing.")]
internal sealed class ModelDouble(Func<IReadOnlyList<ChatMessage>, string> answer) : IChatClient
{
    /// <summary>An answer of the agency's schema that says nothing.</summary>
    public const string Silence = """{"lead":{"name":null,"businessType":null,"problem":null,"goal":null,"monthlyBudgetUsd":null,"email":null},"intent":"other","slot":null,"reply":"","asksFor":"none"}""";

    public ModelDouble()
        : this(_ => Silence)
    {
    }

    public int Calls { get; private set; }

    public AgentOptions Options { get; } = new();

    /// <summary>What the provider says that it counted.</summary>
    public UsageDetails? Usage { get; init; }

    /// <summary>Locations with budgets of their own; null where there are none.</summary>
    public ILocations? Locations { get; init; }

    public IModelLedger Ledger { get; init; } = new MemoryModelLedger();

    public ModelBrain Brain(TimeProvider? time = null)
    {
        var meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        var metrics = new ModelMetrics(meters);
        var budgets = new ModelBudgets(Ledger, Options, metrics, NullLogger<ModelBudgets>.Instance, Locations);
        return new(new ModelCall(this, Options), Options, budgets, metrics, new ModelRecord(), time ?? TimeProvider.System, NullLogger<ModelBrain>.Instance);
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Calls++;
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer([.. messages]))) { FinishReason = ChatFinishReason.Stop, Usage = Usage });
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
