using System.Collections.Concurrent;
using System.Threading.Channels;

namespace OutletBot.Simulator.Crm;

/// <summary>Tells open pages which contact changed; a page that falls behind misses the oldest.</summary>
internal sealed class Changes
{
    private readonly ConcurrentDictionary<Channel<string>, bool> pages = new();

    public void Publish(string contactId)
    {
        foreach (var page in pages.Keys)
            page.Writer.TryWrite(contactId);
    }

    public Channel<string> Subscribe()
    {
        var page = Channel.CreateBounded<string>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest });
        pages[page] = true;
        return page;
    }

    public void Unsubscribe(Channel<string> page) => pages.TryRemove(page, out _);
}
