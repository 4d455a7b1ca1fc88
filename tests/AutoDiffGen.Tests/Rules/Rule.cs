using System.Reflection;
using AutoDiffGen.Rules;

namespace AutoDiffGen.Tests.Rules;

/// <summary>A rule of the table, found by reflection: a partial derivative, the function, and where to compare them.</summary>
internal sealed class Rule
{
    private readonly ParameterInfo[] arguments;
    private readonly DomainAttribute[] domains;

    private Rule(MethodInfo partial)
    {
        Partial = partial;
        arguments = partial.GetParameters()[..^1];
        domains = [.. partial.GetCustomAttributes<DomainAttribute>()];

        PartialOfAttribute of = partial.GetCustomAttribute<PartialOfAttribute>()!;
        Type[] types = [.. arguments.Select(a => a.ParameterType)];
        Function = of.Type.GetMethod(of.Method, BindingFlags.Public | BindingFlags.Static, types)
            ?? throw new InvalidOperationException($"{partial}: {of.Type}.{of.Method} has no overload of these parameters.");
        Wrt = of.Wrt is null ? 0 : Array.FindIndex(Function.GetParameters(), p => p.Name == of.Wrt);
    }

    /// <summary>Every method of the table, each of which must be a rule.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. typeof(DerivativeRules)
            .GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Select(m => new Rule(m)),
    ];

    public MethodInfo Partial { get; }

    public MethodInfo Function { get; }

    /// <summary>The place among the function's arguments of the one to differentiate by; −1 where the rule names none of them.</summary>
    public int Wrt { get; }

    public static Rule Named(string name) => All.Single(r => r.ToString() == name);

    /// <summary>The rule's method and its parameters' types, by which tests name it.</summary>
    public override string ToString() => $"{Partial.Name}({string.Join(", ", Partial.GetParameters().Select(p => p.ParameterType.Name))})";

    public double Value(object[] at) => (double)Function.Invoke(null, at)!;

    public double Derivative(object[] at) => (double)Partial.Invoke(null, [.. at, Value(at)])!;

    /// <summary>The derivative as differences of the function's values give it, from values inside the rule's domain only.</summary>
    public double Difference(object[] at, double room)
    {
        double Along(double x)
        {
            object[] moved = [.. at];
            moved[Wrt] = x;
            return SmoothValue(moved);
        }

        double x = (double)at[Wrt];
        return Differences.Derivative(Along, x, Math.Min(room, 0.05 * Math.Max(1, Math.Abs(x)))).Derivative;
    }

    /// <summary>Points of the domain, the same ones each time: some in each combination of the arguments' intervals.</summary>
    /// <returns>The arguments, and how far the one differentiated by may move either way inside its interval.</returns>
    public IEnumerable<(object[] At, double Room)> Points(int perCombination)
    {
        var random = new Random(12345);
        foreach (object[] combination in Combinations(0))
        {
            for (int i = 0; i < perCombination; i++)
            {
                object[] at = [.. combination.Select(c => c is Interval interval ? interval.Draw(random) : c)];
                yield return (at, ((Interval)combination[Wrt]).Room((double)at[Wrt]));
            }
        }
    }

    /// <summary>The function's value; for an estimate what it estimates, as the estimate itself is a table of steps on some machines.</summary>
    private double SmoothValue(object[] at) => Function.Name switch
    {
        nameof(Math.ReciprocalEstimate) => 1 / (double)at[0],
        nameof(Math.ReciprocalSqrtEstimate) => 1 / Math.Sqrt((double)at[0]),
        _ => Value(at),
    };

    private IEnumerable<object[]> Combinations(int argument) =>
        argument == arguments.Length
            ? [[]]
            : from first in Choices(arguments[argument]) from rest in Combinations(argument + 1) select (object[])[first, .. rest];

    /// <summary>What an argument may be: an <see cref="Interval"/> if it is real, otherwise its values.</summary>
    private IEnumerable<object> Choices(ParameterInfo argument)
    {
        if (argument.ParameterType.IsEnum) return Enum.GetValues(argument.ParameterType).Cast<object>();

        DomainAttribute[] own = [.. domains.Where(d => d.For == argument.Name)];
        if (argument.ParameterType == typeof(int))
            return own.SelectMany(d => Enumerable.Range((int)d.Low, (int)d.High - (int)d.Low + 1)).Cast<object>();
        return (own.Length > 0 ? own : domains.Where(d => d.For is null)).Select(d => (object)new Interval(d.Low, d.High));
    }

    private sealed record Interval(double Low, double High)
    {
        /// <summary>A number with a twentieth of the interval to spare at either end.</summary>
        public double Draw(Random random) => Low + (0.05 + 0.9 * random.NextDouble()) * (High - Low);

        public double Room(double x) => Math.Min(x - Low, High - x);
    }
}
