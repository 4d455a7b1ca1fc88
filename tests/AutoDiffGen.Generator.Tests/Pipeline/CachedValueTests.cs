using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AutoDiffGen.Generator.Tests.Pipeline;

/// <summary>What the generator keeps between edits holds nothing of the compiler's.</summary>
public class CachedValueTests
{
    private const string Source =
        """
        using System;
        using AutoDiffGen;
        namespace N;
        public static partial class C
        {
            [Differentiable(Derivatives.All)] public static double F(double x, E e, string? s)
            {
                ArgumentNullException.ThrowIfNull(s);
                switch (e) { case E.A when x > 1: if (x > 2) break; x = G(x); break; case E.B: throw new ArgumentException($"{x}"); }
                return x switch { < 0 => -x, var y => K(y) };
            }
            static double G(double x) { Set(x, out double y); return y; }
            static void Set(double x, out double y) => y = x;
            static double K(double x) { try { return x; } finally { } }
            [PartialOf(typeof(C), nameof(K))] static double ByX(double x, double y) => 1;
            public enum E { A, B }
        }
        """;

    [Fact]
    public void Every_step_s_values_hold_no_object_of_the_compiler()
    {
        GeneratorDriver driver = Compile.Driver().RunGenerators(Compile.Of(Source));
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (string step in new[] { "Methods", "UserRules", "Rules", "Options", "Derivatives" })
        {
            foreach (object value in driver.GetRunResult().Results.Single().TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Value))
                Walk(value, step, seen);
        }

        Assert.True(seen.Count > 500, $"Only {seen.Count} objects were found.");
    }

    [Fact]
    public void The_models_hold_no_place_in_a_file()
    {
        GeneratorDriver driver = Compile.Driver().RunGenerators(Compile.Of(Source));
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (object value in driver.GetRunResult().Results.Single().TrackedSteps["Methods"].SelectMany(s => s.Outputs).Select(o => o.Value))
            Walk(value, "Methods", seen);
        Assert.All(seen.OfType<LocationInfo>(), l => Assert.Equal(LocationInfo.None, l));
    }

    [Fact]
    public void The_old_compilation_is_not_kept_alive()
    {
        // The record of steps, which only tests ask for, would keep it.
        GeneratorDriver driver = Compile.Driver(track: false);
        WeakReference old = RunOnce(ref driver, Source);
        RunOnce(ref driver, Source.Replace("-x", "x + 1"));
        for (int i = 0; i < 20 && old.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(old.IsAlive);
        GC.KeepAlive(driver);
    }

    // In frames of their own, so that no local of the test keeps anything.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunOnce(ref GeneratorDriver driver, string source)
    {
        CSharpCompilation compilation = Compile.Of(source);
        driver = driver.RunGenerators(compilation);
        return new WeakReference(compilation);
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value is Enum or TextSpan or LinePositionSpan or Pointer or Type or MemberInfo)
            return;
        if (!value.GetType().IsValueType && !seen.Add(value))
            return;
        Assert.False(value.GetType().FullName!.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal), $"{path} is a {value.GetType()}.");
        if (value is IEnumerable items and not IEqualityComparer)
        {
            foreach (object? item in items)
                Walk(item, path + "[]", seen);
        }

        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            // Delegates capture what they need; what they capture is walked as their target's fields.
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPointer && !field.FieldType.IsByRefLike)
                    Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }
}
