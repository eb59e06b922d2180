namespace OutletBot.Simulator;

/// <summary>What a stand-in answers: a status and a JSON body.</summary>
internal sealed record Answer(int Status, object? Body)
{
    public static Answer Ok(object? body) => new(200, body);

    public static Answer Created(object? body) => new(201, body);
}
