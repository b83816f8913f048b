using System.Reflection;
using System.Runtime.CompilerServices;

namespace ReviewInsights.Tests.Conventions;

public sealed class StateTests
{
    [Fact]
    public void No_static_field_can_be_changed()
    {
        var mutable =
            from type in typeof(Lexicon).Assembly.GetTypes()
            where type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !type.Name.StartsWith('<')
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where field is { IsLiteral: false, IsInitOnly: false } && field.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !field.Name.StartsWith('<')
            select $"{type.FullName}.{field.Name}";

        mutable.ShouldBeEmpty();
    }

    [Fact]
    public void No_shared_object_has_a_public_setter()
    {
        Type[] shared = [typeof(Lexicon), typeof(LexiconInfo), typeof(ReviewAnalyzer), typeof(ReviewAnalysis), typeof(Opinion), typeof(Evidence), typeof(Review), typeof(PiiMasker)];

        var setters =
            from type in shared
            from property in type.GetProperties()
            where property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
            select $"{type.Name}.{property.Name}";

        setters.ShouldBeEmpty();
    }
}
