namespace OutletBot.Crm;

/// <summary>Why GHL did not do what was asked.</summary>
public enum CrmFailure
{
    /// <summary>No connection, 5xx, an open breaker, or no answer in time. Another try may help.</summary>
    Unavailable,

    /// <summary>429. Another try helps after <see cref="CrmException.RetryAfter"/>.</summary>
    RateLimited,

    /// <summary>The token is revoked, expired or lacks a scope. Operators must act; messages wait.</summary>
    Unauthorized,

    /// <summary>The contact, calendar or appointment does not exist.</summary>
    NotFound,

    /// <summary>The chosen time is no longer free.</summary>
    SlotTaken,

    /// <summary>The contact has do-not-disturb on for the channel. Permanent.</summary>
    DoNotDisturb,

    /// <summary>GHL refuses the request as it stands (400, 422). Permanent.</summary>
    Rejected,
}

/// <summary>GHL did not do what was asked.</summary>
public sealed class CrmException(CrmFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Why.</summary>
    public CrmFailure Failure { get; } = failure;

    /// <summary>The HTTP status, null when there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>GHL's trace id, when it gave one.</summary>
    public string? TraceId { get; init; }

    /// <summary>How long GHL asks to wait, or the pause that it is given after repeated failures; an hour at most.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// Whether the request may have taken effect all the same: it was sent, and no answer says that it was refused.
    /// Then look before calling again.
    /// </summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>Whether trying again later can help.</summary>
    public bool IsTransient => Failure is CrmFailure.Unavailable or CrmFailure.RateLimited or CrmFailure.Unauthorized;
}
