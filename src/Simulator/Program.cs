using OutletBot.Simulator;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.Services.AddSimulator(builder.Configuration);

var app = builder.Build();
app.MapSimulator();
app.MapGet("/", () => Results.Redirect("/simulator"));
await app.RunAsync();
