using OutletBot.Conversations;

namespace OutletBot.Unit.Understanding;

public sealed class NameTests
{
    [Theory]
    [InlineData("soy Carlos, tengo un restaurante", "Carlos")]
    [InlineData("me llamo maría josé", "María José")]
    [InlineData("hola maría, soy pedro", "Pedro")]
    [InlineData("mi nombre es juan carlos de la cruz", "Juan Carlos de la Cruz")]
    [InlineData("mi nonbre es sandra", "Sandra")]
    [InlineData("habla Ana", "Ana")]
    [InlineData("le escribe Rogelio", "Rogelio")]
    [InlineData("this is John", "John")]
    [InlineData("I'm Will", "Will")]
    [InlineData("the name's Rick", "Rick")]
    [InlineData("I go by Tony", "Tony")]
    [InlineData("soy luz", "Luz")]
    [InlineData("soy Karla de Houston", "Karla")]
    [InlineData("Buenas, Pedro Ruiz para servirle, ocupo mas ventas", "Pedro Ruiz")]
    [InlineData("Hola, Irma de Tacos El Güero, me pueden ayudar?", "Irma")]
    [InlineData("no me llamo Pedro, me llamo Pablo", "Pablo")]
    [InlineData("se llama Daniel mi esposo pero yo soy Tere", "Tere")]
    public void An_introduction_names_the_lead(string text, string name) => Reads.Of(text).Fields.Name.ShouldBe(name);

    [Theory]
    [InlineData("carlos", "Carlos")]
    [InlineData("Rosa", "Rosa")]
    [InlineData("Hola, Luis Pérez mucho gusto", "Luis Pérez")]
    [InlineData("yuleisy", "Yuleisy")]
    [InlineData("Carlos y tú?", "Carlos")]
    [InlineData("pues Juan", "Juan")]
    [InlineData("Juan Pérez jeje", "Juan Pérez")]
    [InlineData("con Lupita", "Lupita")]
    [InlineData("ya te dije que Juan", "Juan")]
    [InlineData("Juan nomás", "Juan")]
    [InlineData("Pedro Infante a sus ordenes", "Pedro Infante")]
    [InlineData("grace lin", "Grace Lin")]
    [InlineData("Jean-Pierre", "Jean-Pierre")]
    [InlineData("Ma. Elena Ríos", "Ma. Elena Ríos")]
    [InlineData("buen dia. Karla", "Karla")]
    [InlineData("Marisol 956 555 0134", "Marisol")]
    [InlineData("Carlos, tengo un taller", "Carlos")]
    public void A_bare_answer_to_the_name_question_is_the_name(string text, string name) => Reads.Of(text, Field.Name).Fields.Name.ShouldBe(name);

    [Theory]
    [InlineData("soy el señor Ramirez", "Ramirez")]
    [InlineData("Lic. Jorge Mendoza", "Jorge Mendoza")]
    [InlineData("soy el Dr. Salinas", "Salinas")]
    [InlineData("habla el inge Tovar", "Tovar")]
    [InlineData("doña Mary", "Mary")]
    public void A_title_is_no_part_of_the_name(string text, string name) => Reads.Of(text, Field.Name).Fields.Name.ShouldBe(name);

    [Theory]
    [InlineData("María", "María")]
    [InlineData("hola, maria lopez", "Maria Lopez")]
    [InlineData("soy María", "María")]
    [InlineData("hola María", null)]
    [InlineData("gracias Maria", null)]
    public void The_agents_name_is_the_leads_only_where_it_answers(string text, string? name) => Reads.Of(text, Field.Name).Fields.Name.ShouldBe(name);

    [Theory]
    [InlineData("Sol")]
    [InlineData("Dulce")]
    [InlineData("Mercedes")]
    [InlineData("Hope")]
    [InlineData("Will")]
    [InlineData("Rose")]
    public void A_name_that_is_a_word_too_answers_the_question(string text) => Reads.Of(text, Field.Name).Fields.Name.ShouldBe(text);

    [Theory]
    [InlineData("soy dentista")]
    [InlineData("soy de Houston")]
    [InlineData("soy yo")]
    [InlineData("soy nuevo en esto")]
    [InlineData("soy mama soltera")]
    [InlineData("soy de Taquería Juan")]
    [InlineData("soy dueño de Barbería Luis")]
    [InlineData("Taquería El Güero")]
    [InlineData("hola María")]
    [InlineData("mi esposo se llama Juan")]
    [InlineData("mi esposo Juan")]
    [InlineData("soy esposa de Raul")]
    [InlineData("me recomendó Ana")]
    [InlineData("Ana me dio su numero")]
    [InlineData("estoy interesado")]
    [InlineData("I'm interested")]
    [InlineData("my name is hard to spell")]
    [InlineData("buenas tardes")]
    [InlineData("Mande")]
    [InlineData("Listo")]
    [InlineData("jajaja")]
    [InlineData("lol")]
    public void What_only_looks_like_a_name_is_none(string text)
    {
        Reads.Of(text).Fields.Name.ShouldBeNull();
        Reads.Of(text, Field.Name).Fields.Name.ShouldBeNull();
    }

    [Theory]
    [InlineData("Jesenia", "es Yesenia con Y", "Yesenia")]
    [InlineData("John", "sorry it's Jon not John", "Jon")]
    [InlineData("Rosio", "mi nombre esta mal escrito, es Rocio", "Rocio")]
    [InlineData("Pedro", "no soy Pedro, soy Pablo", "Pablo")]
    [InlineData("Pedro", "cambia mi nombre a Pablo", "Pablo")]
    [InlineData("Carlos", "mi socio Luis no me ayuda", null)]
    [InlineData("Carlos", "es que la gente no viene", null)]
    [InlineData("Carlos", "soy muy malo para vender", null)]
    public void A_known_name_is_put_right_by_what_says_so(string known, string text, string? name) =>
        Reads.Of(text, last: "Claro. ¿En qué más te puedo ayudar?", known: Lead.Unknown with { Name = known }).Fields.Name.ShouldBe(name);

    [Theory]
    [InlineData("¿Eres Fernando, verdad?", "no, soy Ernesto", "Ernesto")]
    [InlineData("¿Eres Fernando, verdad?", "no soy Ernesto", "Ernesto")]
    [InlineData("¿Eres Fernando, verdad?", "no soy Fernando", null)]
    [InlineData("¿Eres Fernando, verdad?", "simon", "Fernando")]
    [InlineData("¿Hablo con Fernando?", "asi es", "Fernando")]
    [InlineData("¿Hablo con Fernando?", "no, con Raul", "Raul")]
    [InlineData("Am I speaking with Laura?", "yes", "Laura")]
    public void A_proposed_name_is_taken_by_a_yes_and_replaced_by_another(string question, string text, string? name) =>
        Reads.Of(text, last: question).Fields.Name.ShouldBe(name);
}
