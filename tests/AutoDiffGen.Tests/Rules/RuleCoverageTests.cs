using System.Reflection;

namespace AutoDiffGen.Tests.Rules;

/// <summary>That no real function of .NET was forgotten: each has a rule, or stands here with the reason why it has none.</summary>
public class RuleCoverageTests
{
    private const string Pair = "a pair of results, each of which has a rule: the generator and the tape split it";

    private static readonly Dictionary<string, string> Excluded = new()
    {
        ["SinCos(real)"] = Pair,
        ["SinCosPi(real)"] = Pair,
    };

    private static readonly Type[] Declaring = [typeof(Math), typeof(MathF), typeof(double), typeof(float)];

    private static readonly Type[] Results = [typeof(double), typeof(float), typeof((double, double)), typeof((float, float))];

    public static TheoryData<string> Functions => [.. Found().Select(Shape).Distinct()];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Function_has_a_rule_or_a_reason(string function)
    {
        bool hasRule = Rule.All.Any(r => Shape(r.Function) == function);
        Assert.True(hasRule != Excluded.ContainsKey(function), $"{function} needs a rule, or a reason why it has none; and not both");
    }

    [Fact]
    public void Exclusions_exist() => Assert.Subset(Found().Select(Shape).ToHashSet(), Excluded.Keys.ToHashSet());

    [Fact]
    public void The_search_finds_what_it_should()
    {
        string[] found = [.. Found().Select(Shape)];
        Assert.Contains("Sin(real)", found);
        Assert.Contains("Round(real, Int32, MidpointRounding)", found);
        Assert.Contains("RootN(real, Int32)", found);
        Assert.DoesNotContain("Sign(real)", found); // an integer
        Assert.DoesNotContain("Abs(Decimal)", found);
    }

    private static IEnumerable<MethodInfo> Found() =>
        from type in Declaring
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where Results.Contains(method.ReturnType) && method.GetParameters().Any(p => IsReal(p.ParameterType))
        select method;

    private static string Shape(MethodInfo method) =>
        $"{method.Name}({string.Join(", ", method.GetParameters().Select(p => IsReal(p.ParameterType) ? "real" : p.ParameterType.Name))})";

    private static bool IsReal(Type type) => type == typeof(double) || type == typeof(float);
}
