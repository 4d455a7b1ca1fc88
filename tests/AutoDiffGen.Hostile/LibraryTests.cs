using AutoDiffGen.Hostile.Library;

namespace AutoDiffGen.Hostile;

/// <summary>A library of a few methods: one is right, one is refused, and those whose rules lie are seen to be wrong.</summary>
public sealed class LibraryTests : IDisposable
{
    private const string Plain = """
        namespace Small;
        static class Plain
        {
            public static double Right(double x, double[] a, int n) { System.Diagnostics.Debug.Assert(n >= 0); double s = x; foreach (double y in a) s += y * y * x; return s * n; }
            public static double Refused(double x) { try { return x; } finally { } }
            public static double Lies(double x) => Rules.Twice(x);
            public static double LiesInRange(double x) => x > 1 ? Rules.Twice(x) : x;
            public static double BrokenOff(double x) => x == 7.161090100724757 ? 7.161090100724757 * 7.161090100724757 : x * x; // at the first point that is drawn
            public static double Throws(double x) => x > 0 ? Math.Log(x) : throw new ArgumentException("not positive");
            public static void Written(double[] a, double x) { for (int i = 0; i < a.Length; i++) a[i] *= x; }
            public static int NothingReal(double x) => (int)x;
            public static double Misspelt(double x) => Mahts.Sin(x);
            public double Instance(double x) => x;
        }
        """;

    private const string Rules = """
        global using System;
        namespace Small;
        static class Rules
        {
            public static double Twice(double x) => x + x;
            [AutoDiffGen.PartialOf(typeof(Rules), nameof(Twice))] internal static double OfTwice(double x, double y) => 3;
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("autodiffgen").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Each_method_has_the_fate_it_deserves()
    {
        File.WriteAllText(Path.Combine(folder, "Plain.cs"), Plain);
        Directory.CreateDirectory(Path.Combine(folder, "Nested"));
        File.WriteAllText(Path.Combine(folder, "Nested", "Rules.cs"), Rules);
        var check = new LibraryCheck(folder);

        Dictionary<string, LibraryMethod> found = check.Methods.ToDictionary(m => m.Symbol.Name);
        Assert.Equal(["BrokenOff", "Lies", "LiesInRange", "OfTwice", "Refused", "Right", "Throws", "Twice", "Written"], found.Keys.Order(StringComparer.Ordinal));
        string fates = string.Join(", ", found.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key} {m.Value.Fate}"));
        Assert.Equal("BrokenOff OnlyThere, Lies Wrong, LiesInRange Wrong, OfTwice Right, Refused Refused, Right Right, Throws Right, Twice Right, Written Right", fates);
        Assert.StartsWith("ADG020 A 'try' statement cannot be differentiated", found["Refused"].Reasons.Single(), StringComparison.Ordinal);
        Assert.Contains("_Vjp 3", found["Lies"].Reasons[0], StringComparison.Ordinal);
        Assert.Equal(["Lies", "LiesInRange"], check.Failures.Select(m => m.Symbol.Name).Order(StringComparer.Ordinal));

        var report = new StringWriter();
        check.Print(report, "");
        Assert.Contains("9 static methods; 2 declarations left out", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_method_alone()
    {
        File.WriteAllText(Path.Combine(folder, "Plain.cs"), Plain);
        File.WriteAllText(Path.Combine(folder, "Rules.cs"), Rules);
        Assert.Equal("Right", Assert.Single(new LibraryCheck(folder, "Plain.Right").Methods).Symbol.Name);
    }
}
