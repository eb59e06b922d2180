using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OutletBot.Crm;
using OutletBot.Inbox;

namespace OutletBot.Contract.Behaviour;

/// <summary>A write leaves only while whoever wants it may act.</summary>
public sealed class ClearanceTests
{
    private const string Sent = """{"conversationId":"c1","messageId":"m1"}""";

    [Fact]
    public async Task A_clearance_that_was_lost_at_the_gate_is_obtained_before_the_request_leaves()
    {
        await using var ghl = new GhlDouble((_, _) => Task.FromResult(GhlDouble.Json(Sent)), "pit-1", ("Crm:RequestsPer10Seconds", "1"));
        await ghl.Play(ghl.Crm.PingAsync(GhlDouble.Location, TestContext.Current.CancellationToken));
        var (until, obtained) = (ghl.Time.GetUtcNow() + TimeSpan.FromSeconds(2), new List<TimeSpan>());
        var asked = ghl.Time.GetUtcNow();
        var clearance = new ClearanceDouble(() => ghl.Time.GetUtcNow() < until, () =>
        {
            obtained.Add(ghl.Time.GetUtcNow() - asked);
            until = ghl.Time.GetUtcNow() + TimeSpan.FromSeconds(2);
        });

        await ghl.Play(ghl.Crm.Under(clearance).SendMessageAsync(GhlDouble.Location, GhlDouble.Contact, Channel.WhatsApp, "Hola", TestContext.Current.CancellationToken));

        obtained.ShouldHaveSingleItem().ShouldBeGreaterThan(TimeSpan.FromSeconds(9));
        ghl.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_cannot_obtain_a_clearance_any_more_sends_nothing_and_is_told_why()
    {
        await using var ghl = GhlDouble.Answering((HttpStatusCode.OK, Sent));
        var clearance = new ClearanceDouble(() => false, () => throw new InvalidOperationException("superseded"));
        var cleared = ghl.Crm.Under(clearance);
        var cancellation = TestContext.Current.CancellationToken;

        Task[] writes =
        [
            cleared.SendMessageAsync(GhlDouble.Location, GhlDouble.Contact, Channel.WhatsApp, "Hola", cancellation),
            cleared.AddNoteAsync(GhlDouble.Location, GhlDouble.Contact, "note", cancellation),
            cleared.AddTagsAsync(GhlDouble.Location, GhlDouble.Contact, ["a"], cancellation),
            cleared.RemoveTagsAsync(GhlDouble.Location, GhlDouble.Contact, ["a"], cancellation),
            cleared.UpdateContactAsync(GhlDouble.Location, GhlDouble.Contact, new ContactPatch { Name = "Ana" }, cancellation),
            cleared.StartWorkflowAsync(GhlDouble.Location, GhlDouble.Contact, "w1", cancellation),
            cleared.BookAsync(GhlDouble.Location, new NewAppointment("cal", GhlDouble.Contact, ghl.Time.GetUtcNow(), ghl.Time.GetUtcNow().AddHours(1), "call"), cancellation),
            cleared.RescheduleAsync(GhlDouble.Location, "a1", ghl.Time.GetUtcNow(), ghl.Time.GetUtcNow().AddHours(1), cancellation),
            cleared.CancelAsync(GhlDouble.Location, "a1", cancellation),
        ];
        foreach (var write in writes) (await Record.ExceptionAsync(() => ghl.Play(write))).ShouldBeOfType<InvalidOperationException>().Message.ShouldBe("superseded");

        ghl.Requests.ShouldBeEmpty();
        (await ghl.Play(cleared.NotesAsync(GhlDouble.Location, GhlDouble.Contact, cancellation))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_clearance_lost_while_the_connection_came_up_holds_the_request_back()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var (connecting, goes, stands) = (new TaskCompletionSource(), new TaskCompletionSource(), true);
        await using var services = Services(((IPEndPoint)listener.LocalEndpoint).Port, async (endpoint, cancellation) =>
        {
            connecting.SetResult();
            await goes.Task;
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(endpoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        });
        var clearance = new ClearanceDouble(() => stands, () => throw new InvalidOperationException("superseded"));
        var send = services.GetRequiredService<ICrm>().Under(clearance)
            .SendMessageAsync(GhlDouble.Location, GhlDouble.Contact, Channel.WhatsApp, "Hola", TestContext.Current.CancellationToken);

        await connecting.Task;
        stands = false;
        goes.SetResult();

        (await Should.ThrowAsync<InvalidOperationException>(send)).Message.ShouldBe("superseded");
        using var accepted = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        (await accepted.GetStream().ReadAsync(new byte[1], TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    private static ServiceProvider Services(int port, Func<DnsEndPoint, CancellationToken, Task<Stream>> connect)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("Crm:BaseUrl", $"http://127.0.0.1:{port}")]).Build();
        var services = new ServiceCollection();
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>)).AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton<Locations.ILocations>(new GhlDouble.OneToken("pit-1")).AddCrm(configuration);
        services.AddHttpClient(CrmServices.HttpClientName)
            .UseSocketsHttpHandler((handler, _) => handler.ConnectCallback = async (context, cancellation) => await connect(context.DnsEndPoint, cancellation));
        return services.BuildServiceProvider();
    }
}
