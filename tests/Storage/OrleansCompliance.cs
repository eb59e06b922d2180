// Orleans' own tables take no token.
#pragma warning disable xUnit1051
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Storage;

namespace OutletBot.Storage;

public abstract partial class StorageCompliance
{
    [Fact]
    public async Task Orleans_keeps_grain_state_and_reminders_by_our_queries()
    {
        using var host = Silo();
        await host.StartAsync(Stop);

        var storage = host.Services.GetRequiredService<IGrainStorage>();
        var key = GrainId.Create("conversation", "loc/0012");
        var state = new GrainState<Note>(new() { Text = "uno" });
        await storage.WriteStateAsync("conversation", key, state);
        await storage.WriteStateAsync("conversation", GrainId.Create("conversation", "loc/12"), new GrainState<Note>(new() { Text = "otro" }));
        state.ETag.ShouldBe("1");

        var stale = new GrainState<Note>();
        await storage.ReadStateAsync("conversation", key, stale);
        stale.State!.Text.ShouldBe("uno");
        state.State = new() { Text = "dos" };
        await storage.WriteStateAsync("conversation", key, state);
        await Should.ThrowAsync<InconsistentStateException>(() => storage.WriteStateAsync("conversation", key, stale));
        await Should.ThrowAsync<InconsistentStateException>(() => storage.ClearStateAsync("conversation", key, stale));
        await Should.ThrowAsync<InconsistentStateException>(() => storage.WriteStateAsync("conversation", key, new GrainState<Note>(new())));
        await storage.ClearStateAsync("conversation", key, state);
        await storage.ReadStateAsync("conversation", key, stale);
        (stale.RecordExists, stale.ETag).ShouldBe((false, "3"));

        var reminders = host.Services.GetRequiredService<IReminderTable>();
        var first = await reminders.UpsertRow(Reminder(key));
        var second = await reminders.UpsertRow(Reminder(key));
        (first, second).ShouldBe(("0", "1"));
        (await reminders.ReadRow(key, "nudge"))!.StartAt.ShouldBe(Noon.UtcDateTime);
        (await reminders.ReadRows(key)).Reminders.Count.ShouldBe(1);
        (await reminders.ReadRows(0, uint.MaxValue)).Reminders.Count.ShouldBe(1);
        (await reminders.RemoveRow(key, "nudge", first!)).ShouldBeFalse();
        (await reminders.RemoveRow(key, "nudge", second!)).ShouldBeTrue();

        await host.StopAsync(Stop);
    }

    private static ReminderEntry Reminder(GrainId key) => new() { GrainId = key, ReminderName = "nudge", StartAt = Noon.UtcDateTime, Period = TimeSpan.FromHours(1) };

    private IHost Silo()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(FreePort(), FreePort(), serviceId: "outletbot", clusterId: "test")
            .UseSystemTextJsonGrainStorageSerializer()
            .AddAdoNetGrainStorageAsDefault((AdoNetGrainStorageOptions o) =>
            {
                o.Invariant = Database.OrleansInvariant;
                o.DataSource = Database.DataSource;
            })
            .UseAdoNetReminderService((AdoNetReminderTableOptions o) =>
            {
                o.Invariant = Database.OrleansInvariant;
                o.DataSource = Database.DataSource;
            }));
        return builder.Build();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public sealed record Note
    {
        public string Text { get; init; } = "";
    }
}
