using OutletBot.Conversations;
using OutletBot.Understanding;

namespace OutletBot.Unit.Understanding;

public sealed class AskedTests
{
    [Theory]
    [InlineData("¿cuánto cuesta y dónde están?", new[] { Topic.Price, Topic.Place })]
    [InlineData("donde estan ubicados y cuanto cobran", new[] { Topic.Place, Topic.Price })]
    [InlineData("que servicios ofrecen, cuanto cuestan y dan garantia?", new[] { Topic.Service, Topic.Price, Topic.Trust })]
    [InlineData("how much is it and where are you located?", new[] { Topic.Price, Topic.Place })]
    [InlineData("¿eres un robot? ¿cuánto cobran?", new[] { Topic.Bot, Topic.Price })]
    public void Several_questions_in_one_message_are_told_apart(string text, Topic[] topics) =>
        AskedReader.Read(text).Select(asked => asked.Topic).ShouldBe(topics);

    [Theory]
    [InlineData("¿cuánto tiempo tarda?", Topic.Time)]
    [InlineData("how long does it take?", Topic.Time)]
    [InlineData("mándame info", Topic.Service)]
    [InlineData("¿aceptan mascotas?", Topic.Other)]
    public void One_question_has_one_topic(string text, Topic topic) => AskedReader.Read(text).ShouldHaveSingleItem().Topic.ShouldBe(topic);

    [Theory]
    [InlineData("tengo un taller en Houston y me faltan clientes")]
    [InlineData("soy Ana")]
    [InlineData("")]
    public void Who_asks_nothing_has_no_question(string text) => AskedReader.Read(text).ShouldBeEmpty();
}
