using System.Collections.Concurrent;
using System.Net;
using OutletBot.Gateway.Protection;

namespace OutletBot.Gateway.Operators;

/// <summary>Wrong sign-ins by address: a password is not guessed by trying.</summary>
internal sealed class SignInAttempts(TimeProvider time)
{
    private const int MostWrong = 10;
    private const int MostAddresses = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<IPAddress, Wrong> wrong = new();

    /// <summary>When an address may try again, null when it may now.</summary>
    public TimeSpan? Wait(IPAddress? address) =>
        wrong.TryGetValue(CallerNetwork.Of(address), out var so) && so.Count >= MostWrong && time.GetElapsedTime(so.Since) is var passed && passed < Window
            ? Window - passed
            : null;

    /// <summary>Counts a wrong sign-in.</summary>
    public void CountWrong(IPAddress? address)
    {
        if (wrong.Count >= MostAddresses) ForgetOld();
        wrong.AddOrUpdate(
            CallerNetwork.Of(address),
            _ => new(1, time.GetTimestamp()),
            (_, so) => time.GetElapsedTime(so.Since) < Window ? so with { Count = so.Count + 1 } : new(1, time.GetTimestamp()));
    }

    private void ForgetOld()
    {
        foreach (var (address, so) in wrong)
            if (time.GetElapsedTime(so.Since) >= Window || so.Count < MostWrong) wrong.TryRemove(address, out _);
    }

    private readonly record struct Wrong(int Count, long Since);
}
