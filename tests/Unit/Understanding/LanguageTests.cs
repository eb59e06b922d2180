namespace OutletBot.Unit.Understanding;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("hola", "es")]
    [InlineData("sí", "es")]
    [InlineData("el martes", "es")]
    [InlineData("tengo un car wash", "es")]
    [InlineData("necesito mas leads para mi business", "es")]
    [InlineData("hello", "en")]
    [InlineData("yes", "en")]
    [InlineData("hi there", "en")]
    [InlineData("tuesday at 10", "en")]
    [InlineData("I own a taco shop in San Antonio", "en")]
    [InlineData("my business is La Casa de los Tacos", "en")]
    [InlineData("ok", null)]
    [InlineData("no", null)]
    [InlineData("2", null)]
    [InlineData("María de la Cruz", null)]
    [InlineData("the.best@gmail.com", null)]
    [InlineData("Facebook", null)]
    [InlineData("ok thanks", null)]
    [InlineData("👍", null)]
    public void The_language_shows_only_by_clear_words(string text, string? language) => Reads.Of(text).Language.ShouldBe(language);
}
