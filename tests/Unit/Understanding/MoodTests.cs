using OutletBot.Conversations;

namespace OutletBot.Unit.Understanding;

public sealed class MoodTests
{
    [Theory]
    [InlineData("eres un idiota")]
    [InlineData("pinche bot")]
    [InlineData("vete a la chingada")]
    [InlineData("bola de rateros")]
    [InlineData("PENDEJOS")]
    [InlineData("you are so stupid")]
    [InlineData("fuck you")]
    [InlineData("go to hell")]
    [InlineData("no sirves para nada")]
    public void Abuse_is_recognised(string text) => Reads.Of(text).Mood.ShouldBe(Mood.Insult);

    [Theory]
    [InlineData("mis empleados son unos inutiles")]
    [InlineData("mi socio es un idiota")]
    [InlineData("the last agency were crooks and we lost money")]
    [InlineData("me siento tonto preguntando esto")]
    [InlineData("no mames que caro")]
    [InlineData("soy ana")]
    public void Words_about_others_are_no_abuse_of_us(string text) => Reads.Of(text).Mood.ShouldNotBe(Mood.Insult);

    [Theory]
    [InlineData("jajajaja")]
    [InlineData("jajaja que risa")]
    [InlineData("😂😂😂")]
    [InlineData("lol")]
    [InlineData("te casas conmigo?")]
    [InlineData("es broma")]
    [InlineData("tell me a joke")]
    public void Jokes_and_laughter_are_recognised(string text) => Reads.Of(text).Mood.ShouldBe(Mood.Joke);

    [Theory]
    [InlineData("jaja ok soy Carlos y tengo una panaderia")]
    [InlineData("jeje cuanto cuesta?")]
    [InlineData("hola buenas tardes")]
    public void Who_laughs_and_goes_on_means_what_they_say(string text) => Reads.Of(text).Mood.ShouldBe(Mood.None);

    [Theory]
    [InlineData("ya te lo dije")]
    [InlineData("I already told you")]
    [InlineData("otra vez lo mismo")]
    public void Who_was_asked_once_too_often_is_annoyed(string text) => Reads.Of(text).Mood.ShouldBe(Mood.Annoyed);

    [Fact]
    public void A_mood_never_costs_a_field()
    {
        var reading = Reads.Of("jajaja soy Carlos", Field.Name, "¿Cómo te llamas?");
        reading.Fields.Name.ShouldBe("Carlos");
    }
}
