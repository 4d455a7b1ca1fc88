using System.Reflection;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Checks;
using AutoDiffGen.Conformance.Engines;
using AutoDiffGen.Conformance.Signatures;
using Xunit;

namespace AutoDiffGen.Conformance;

/// <summary>The corpus itself: complete, the same in both builds, and with points that can tell right from wrong.</summary>
public class CorpusTests
{
    private const BindingFlags Declared = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void It_is_large()
    {
        int methods = Catalog.Cases.Count + Catalog.PendingCases.Count;
        Assert.True(methods >= 1150, $"{methods} methods");
    }

    [Fact]
    public void The_two_builds_hold_the_same_methods()
    {
        IEnumerable<string> Names(Assembly assembly) => Catalog.Attributed(assembly).Select(m => m.DeclaringType!.FullName + "." + m).Order();
        Assert.NotSame(Catalog.Optimized, Catalog.Unoptimized);
        Assert.Equal(Names(Catalog.Optimized), Names(Catalog.Unoptimized));
    }

    // Were the build property not to reach the generator, one engine would be compared with itself.
    [Fact]
    public void The_two_builds_differ_in_what_is_generated()
    {
        int Size(Func<Case, Subject> subject) => Catalog.Cases.Select(subject).Select(s => Member.Find(Contract.Vjp(s.Method)))
            .Sum(v => v.DeclaringType!.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(m => m == v || m.Name.StartsWith($"<{v.Name}>")).Sum(m => m.GetMethodBody()!.GetILAsByteArray()!.Length));

        Assert.True(Size(c => c.Optimized) < 0.9 * Size(c => c.Unoptimized), $"{Size(c => c.Optimized)} and {Size(c => c.Unoptimized)} bytes of IL");
    }

    [Theory, MemberData(nameof(CaseData.MethodsAndPending), MemberType = typeof(CaseData))]
    public void Every_method_has_a_point_and_every_point_fits(string method)
    {
        Case @case = Catalog.Find(method);
        Assert.NotEmpty(@case.Points);
        Assert.All(@case.Points, p => @case.Optimized.Original(@case.Optimized.At(p)));
        Assert.All(@case.Throwing, p => Assert.Throws(p.Exception!, () => { @case.Optimized.Original(@case.Optimized.At(p)); }));
        Assert.All(@case.Points, p => Assert.True(p.Gradient is null || p.Gradient.Length == @case.Optimized.InputsOf(@case.Optimized.At(p)).Count, $"the gradient given at {p}"));
    }

    // A case whose derivatives are all zero would pass with a generator that does nothing.
    [Theory, MemberData(nameof(CaseData.MethodsAndPending), MemberType = typeof(CaseData))]
    public void Every_input_has_a_point_where_its_derivative_is_not_zero(string method)
    {
        Subject subject = Catalog.Find(method).Optimized;
        var largest = subject.Inputs.ToDictionary(r => r, _ => 0.0);
        foreach (Point point in Catalog.Find(method).Points)
        {
            IReadOnlyList<Entry> inputs = subject.InputsOf(subject.At(point));
            foreach (Output output in subject.OutputsAt(point))
            {
                double[] row = point.Gradient is null ? [.. DifferenceEngine.Row(subject, point, output).Select(e => e.Derivative)] : point.Gradient;
                for (int i = 0; i < row.Length; i++)
                    largest[inputs[i].Role] = Math.Max(largest[inputs[i].Role], Math.Abs(row[i]));
            }
        }

        foreach ((Role input, double value) in largest)
        {
            Assert.True(
                input.HasZeroDerivative ? value < 1e-8 : value > 1e-6,
                $"the largest derivative by {input.Name} is {value}, and [ZeroDerivative] is {(input.HasZeroDerivative ? "there" : "not there")}");
        }
    }

    [Theory, MemberData(nameof(CaseData.PointsAndPending), MemberType = typeof(CaseData))]
    public void Differences_are_fine_enough_wherever_no_gradient_is_given(string point)
    {
        (Case @case, Point at) = Catalog.FindPoint(point);
        if (at.Gradient is not null)
            return;
        foreach (Output output in @case.Optimized.OutputsAt(at))
        {
            Ridders.Estimate[] row = DifferenceEngine.Row(@case.Optimized, at, output);
            double scale = Closeness.Size(row.Select(e => e.Derivative));
            Assert.All(row, e => Assert.Null(DifferenceTolerance.Judge(@case.Optimized, e, e.Derivative, scale)));
        }
    }

    [Theory, InlineData(Build.Optimized), InlineData(Build.Unoptimized)]
    public void No_generated_member_is_without_its_method(Build build)
    {
        Assembly assembly = build == Build.Optimized ? Catalog.Optimized : Catalog.Unoptimized;
        var expected = Catalog.Attributed(assembly)
            .SelectMany(m => new[] { Contract.Grad(m), Contract.Vjp(m), Contract.Lifted(m) })
            .Select(Member.TryFind)
            .OfType<MethodInfo>()
            .ToHashSet();
        Assert.NotEmpty(expected);
        var orphans = assembly.GetTypes()
            .Where(t => Catalog.Attributed(assembly).Any(m => m.DeclaringType == t))
            .SelectMany(t => t.GetMethods(Declared))
            .Where(m => m.Name.EndsWith("_Grad") || m.Name.EndsWith("_Vjp") || m.Name.EndsWith("_Lifted"))
            .Where(m => !expected.Contains(m));
        Assert.Empty(orphans.Select(m => m.DeclaringType!.Name + "." + Signature.Of(m)));
    }
}
