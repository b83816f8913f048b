using System.Reflection;
using System.Runtime.CompilerServices;

namespace ReviewInsights.Tests.Conventions;

/// <summary>The public surface is what PublicApi.txt lists: changing it is a decision, not an accident.</summary>
public sealed class PublicApiTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        var approved = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "ReviewInsights.Tests", "Conventions", "PublicApi.txt"));

        var difference = Surface().Except(approved).Select(line => "+ " + line).Concat(approved.Except(Surface()).Select(line => "- " + line));

        string.Join('\n', difference).ShouldBe("", "The public API differs from PublicApi.txt (+ new, - gone).");
    }

    private static IEnumerable<string> Surface() =>
        from type in typeof(Lexicon).Assembly.GetExportedTypes()
        orderby type.FullName
        from line in Lines(type)
        select line;

    private static IEnumerable<string> Lines(Type type)
    {
        yield return $"{type.FullName} : {Kind(type)}";
        var members = type.GetMembers(Declared)
            .Where(m => m is not MethodInfo { IsSpecialName: true } and not Type && m.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
            .Where(m => !(type.IsEnum && m.Name == "value__"))
            .Select(m => $"{type.FullName}.{m.Name} : {m}")
            .Order(StringComparer.Ordinal);
        foreach (var member in members) yield return member;
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsSealed: true } => "sealed class",
        { IsInterface: true } => "interface",
        _ => "class",
    };
}
