using Microsoft.Extensions.DependencyInjection;
using OutletBot.Conversations;
using OutletBot.Inbox;

namespace OutletBot.FormLeads;

/// <inheritdoc cref="IFormLeadGrain"/>
internal sealed class FormLeadGrain : Grain, IFormLeadGrain, IDisposable
{
    private readonly FormLeadGreeting _greeting;
    private readonly CancellationTokenSource _stop = new();
    private Task? _pump;

    public FormLeadGrain(IServiceProvider services)
    {
        _greeting = ActivatorUtilities.CreateInstance<FormLeadGreeting>(services);
        _greeting.KeepAlive = DelayDeactivation;
    }

    public Task Deliver(InboxEvent inboxEvent)
    {
        if (_pump is null or { IsCompleted: true }) _pump = PumpAsync(inboxEvent);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _stop.CancelAsync();

    public void Dispose() => _stop.Dispose();

    private async Task PumpAsync(InboxEvent inboxEvent)
    {
        await Task.Yield();
        await _greeting.RunAsync(inboxEvent, _stop.Token);
    }
}
