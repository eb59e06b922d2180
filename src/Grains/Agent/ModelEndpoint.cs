namespace OutletBot.Agent;

/// <summary>Where the model answers.</summary>
internal static class ModelEndpoint
{
    /// <summary>The API's root as the SDK wants it. A URL without any path lacks the version segment, which is added.</summary>
    /// <exception cref="UriFormatException">It is no absolute URL.</exception>
    public static Uri Of(string baseUrl)
    {
        var url = new Uri(baseUrl.Trim().TrimEnd('/'), UriKind.Absolute);
        return url.AbsolutePath is "" or "/" ? new Uri(url, "/v1") : url;
    }
}
