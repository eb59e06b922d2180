using OutletBot.Conversations;
using OutletBot.Understanding;

namespace OutletBot.Unit.Understanding;

/// <summary>Names, amounts and addresses as people say them without thinking of a form.</summary>
public sealed class SaidAnywayTests
{
    [Theory]
    [InlineData("aquí Xóchitl Arriaga a sus órdenes", "Xóchitl Arriaga")]
    [InlineData("che soy el Nico Ferreyra", "Nico Ferreyra")]
    [InlineData("Priscila Ventura y vendo perfumes", "Priscila Ventura")]
    [InlineData("Wenas, Dagoberto por acá", "Dagoberto")]
    [InlineData("Sheryl Benavidez here", "Sheryl Benavidez")]
    [InlineData("Amador", "Amador")]
    [InlineData("Candelario Mejía", "Candelario Mejía")]
    [InlineData("bueno pues este mi nombre es Everardo Pizaña este tengo una vulcanizadora", "Everardo Pizaña")]
    [InlineData("habla Desiderio de la Cruz", "Desiderio de la Cruz")]
    [InlineData("Tiburcio del Valle para servirle", "Tiburcio del Valle")]
    [InlineData("uy pues Ludivina nomás", "Ludivina")]
    [InlineData("le saluda Wenceslao Paz", "Wenceslao Paz")]
    [InlineData("it's Clifford, Clifford Boone", "Clifford")]
    [InlineData("oiga soy Hortensia", "Hortensia")]
    [InlineData("Aquí Melquiades reportándose", "Melquiades")]
    public void Who_introduces_themselves_in_any_way_is_known(string text, string name) => Reads.Of(text, Field.Name).Fields.Name.ShouldBe(name);

    [Theory]
    [InlineData("dale")]
    [InlineData("vamos")]
    [InlineData("este")]
    [InlineData("pues sí")]
    [InlineData("órale carnal")]
    [InlineData("wenas")]
    [InlineData("uy no")]
    public void Talk_is_no_name(string text) => Reads.Of(text, Field.Name).Fields.Name.ShouldBeNull();

    [Theory]
    [InlineData("Good afternoon, Sheryl Benavidez here, bookkeeping office.", "Sheryl Benavidez")]
    [InlineData("Hola, Maybelline Quiñones por acá", "Maybelline Quiñones")]
    [InlineData("Buenas, Yordanis Peralta para servirle", "Yordanis Peralta")]
    [InlineData("Happy customer here", null)]
    [InlineData("Tacos El Primo a sus órdenes", null)]
    [InlineData("Muy Contento aquí", null)]
    [InlineData("hey, this is Tamsin Whitlock from Whitlock Movers", "Tamsin Whitlock")]
    [InlineData("This is Great Value from Texas", null)]
    public void An_unlisted_full_name_is_known_unasked_by_its_capitals_and_what_follows(string text, string? name) => Reads.Of(text).Fields.Name.ShouldBe(name);

    [Theory]
    [InlineData("Soledad", "uy me entendiste mal, Trinidad", "Trinidad")]
    [InlineData("Bryan", "Brayan, con a, asi lo pusieron en el acta", "Brayan")]
    [InlineData("Soledad", "te equivocaste, Trinidad", "Trinidad")]
    [InlineData("Soledad", "Trinidad, no es así mi nombre", "Trinidad")]
    [InlineData("Jon", "you got my name wrong, John", "John")]
    [InlineData("Yoana", "Johana con h", "Johana")]
    [InlineData("Soledad", "Trinidad", null)]
    [InlineData("Soledad", "se confundió Trinidad de mi esposo, me falta gente", null)]
    [InlineData("Bryan", "tengo una barbería, con Brayan mi socio", null)]
    [InlineData("Soledad", "florería, la verdad", null)]
    [InlineData("Sara", "it's spelled Sarah, with an h", "Sarah")]
    [InlineData("Marcos", "es Marco, sin ese", "Marco")]
    [InlineData("Elena", "perdón, no Elena, Helena con hache", "Helena")]
    public void A_name_alone_puts_another_right_where_it_says_so(string known, string text, string? name) =>
        Reads.Of(text, last: $"Un placer, {known}. ¿Qué negocio manejas?", known: Lead.Unknown with { Name = known }).Fields.Name.ShouldBe(name);

    [Theory]
    [InlineData("unos 850", 850)]
    [InlineData("trescientos justos", 300)]
    [InlineData("400 cerrados", 400)]
    [InlineData("500 exactos", 500)]
    [InlineData("600 redondos", 600)]
    [InlineData("de 500 a 900, depende", 900)]
    [InlineData("between 350 and 550", 550)]
    [InlineData("dije 400? quise decir 700 disculpa", 700)]
    [InlineData("puse 40, eran 400", 400)]
    [InlineData("ponle 675", 675)]
    [InlineData("ando entre los 450 y los 600", 600)]
    [InlineData("arriba de 500 pero no más de 800", 800)]
    [InlineData("somewhere around 650", 650)]
    [InlineData("ahí como cuatrocientos y algo", 400)]
    [InlineData("350, max 500", 500)]
    [InlineData("ya me estafaron con 1200 una vez", null)]
    [InlineData("me robaron 2000 el año pasado", null)]
    [InlineData("the last guy scammed me for 900", null)]
    [InlineData("la otra agencia me transó con 1500", null)]
    [InlineData("no sé, 300? 400?", 400)]
    [InlineData("entre 300 y 350 a lo mucho", 350)]
    [InlineData("650, bueno no, 560", 560)]
    public void An_amount_is_read_however_it_is_said(string text, int? budget) =>
        Reads.Of(text, last: "Suena bien. ¿De cuánto dispones cada mes para esto, en dólares?").Fields.MonthlyBudgetUsd.ShouldBe(budget);

    [Theory]
    [InlineData("anota, priscila todo junto ventura, arroba gmail.com", "priscilaventura@gmail.com")]
    [InlineData("priscila ventura todo junto, arroba, gmail punto com", "priscilaventura@gmail.com")]
    [InlineData("ana punto lopez, arroba hotmail punto com", "ana.lopez@hotmail.com")]
    [InlineData("es tacos guion bajo rey arroba yahoo punto com", "tacos_rey@yahoo.com")]
    [InlineData("el personal oscar.tol@example.com y el del negocio toldos@example.org, manden al del negocio", "toldos@example.org")]
    [InlineData("el personal oscar.tol@example.com y el del negocio toldos@example.org, mejor al personal", "oscar.tol@example.com")]
    [InlineData("a@example.com personal, b@example.org trabajo, no usen el del trabajo", "a@example.com")]
    [InlineData("work is a@example.com, home is b@example.org. use the work one", "a@example.com")]
    [InlineData("ana.r@gmail.com o ana.r@outlook.com, prefiero el outlook", "ana.r@outlook.com")]
    [InlineData("del trabajo x1@example.com, de la escuela x2@example.org, usen el de la escuela", "x2@example.org")]
    [InlineData("L O L A 22 arroba gmail punto com", "lola22@gmail.com")]
    [InlineData("es lola pez, todo junto y en minúsculas, arroba gmail punto com", "lolapez@gmail.com")]
    [InlineData("el mío es a@example.com pero mándalo al de mi esposa b@example.com", "b@example.com")]
    [InlineData("lolapez all one word at gmail.com", "lolapez@gmail.com")]
    public void An_address_is_read_however_it_is_dictated_or_preferred(string text, string email) => Reads.Of(text, Field.Email).Fields.Email.ShouldBe(email);

    [Theory]
    [InlineData("toldosjaime@gmail.con", "toldosjaime@gmail.com")]
    [InlineData("jdelgado@gmial.com", "jdelgado@gmail.com")]
    [InlineData("rosa@hotmial.com", "rosa@hotmail.com")]
    [InlineData("luis@outlok.com", "luis@outlook.com")]
    public void A_mistyped_provider_is_asked_back(string text, string meant)
    {
        var read = Reads.Of(text, Field.Email);

        read.Fields.Email.ShouldBeNull();
        read.EmailToConfirm.ShouldBe(meant);
    }
}
