extern alias unoptimized;
using System.Reflection;
using AutoDiffGen.Corpus;

namespace AutoDiffGen.Conformance.Cases;

/// <summary>Every case of the corpus, by name.</summary>
internal static class Catalog
{
    private const BindingFlags Declared =
        BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static readonly Assembly Optimized = typeof(AtAttribute).Assembly;

    public static readonly Assembly Unoptimized = typeof(unoptimized::AutoDiffGen.Corpus.AtAttribute).Assembly;

    /// <summary>The cases whose constructs the generator does not take yet: the methods alone, without derivatives.</summary>
    public static readonly Assembly Pending = Assembly.Load("AutoDiffGen.Corpus.Pending");

    private static readonly Dictionary<string, Case> ByName = Read(Optimized, Unoptimized);

    private static readonly Dictionary<string, Case> PendingByName = Read(Pending, Pending);

    private static readonly Dictionary<string, (Case Case, Point Point)> ByPoint = ByName.Values.Concat(PendingByName.Values)
        .SelectMany(c => c.Points.Concat(c.Throwing).Select(p => (c, p)))
        .ToDictionary(pair => Name(pair.c, pair.p));

    public static IReadOnlyCollection<Case> Cases => ByName.Values;

    public static IReadOnlyCollection<Case> PendingCases => PendingByName.Values;

    public static Case Find(string name) => ByName.GetValueOrDefault(name) ?? PendingByName[name];

    public static (Case Case, Point Point) FindPoint(string name) => ByPoint[name];

    /// <summary>The name of a point in test results: the method and its arguments.</summary>
    public static string Name(Case @case, Point point) => @case.Name + " at " + point;

    /// <summary>The attributed methods of an assembly.</summary>
    public static IEnumerable<MethodInfo> Attributed(Assembly assembly) =>
        assembly.GetTypes().SelectMany(t => t.GetMethods(Declared)).Where(m => m.IsDefined(typeof(DifferentiableAttribute)));

    private static Dictionary<string, Case> Read(Assembly optimized, Assembly unoptimized)
    {
        var twins = Attributed(unoptimized).ToDictionary(Key);
        var methods = Attributed(optimized).ToList();
        var overloaded = methods.CountBy(ShortName).Where(n => n.Value > 1).Select(n => n.Key).ToHashSet();
        return methods
            .Select(m => new Case(overloaded.Contains(ShortName(m)) ? ShortName(m) + Types(m) : ShortName(m), m, twins[Key(m)]))
            .OrderBy(c => c.Name, StringComparer.Ordinal)
            .ToDictionary(c => c.Name);
    }

    private static string Key(MethodInfo method) => method.DeclaringType!.FullName + "." + method;

    private static string ShortName(MethodInfo method) =>
        method.DeclaringType!.FullName![(method.DeclaringType.Namespace!.Length + 1)..].Replace('+', '.') + "." + method.Name;

    private static string Types(MethodInfo method) => "<" + string.Join(", ", method.GetParameters().Select(p => p.ParameterType.Name)) + ">";
}
