using System.Globalization;
using AutoDiffGen.Conformance.Cases;

namespace AutoDiffGen.Hostile.Library;

/// <summary>Arguments for a method of which nothing is known but its signature.</summary>
internal static class Arguments
{
    /// <summary>The ranges reals are drawn from: what shape parameters, probabilities, coordinates and amounts usually are.</summary>
    private static readonly Func<Random, double>[] Styles =
    [
        r => 0.1 + (2.9 * r.NextDouble()),
        r => 0.02 + (0.96 * r.NextDouble()),
        r => 6 * (r.NextDouble() - 0.5),
        r => (r.Next(4) == 0 ? -1 : 1) * Math.Pow(10, (4 * r.NextDouble()) - 2),
        r => 3 + (15 * r.NextDouble()),
        r => r.Next(1, 7),
        r => Math.Pow(10, (1.5 * r.NextDouble()) + 1),
    ];

    public static Point Draw(Subject subject, Random random)
    {
        // One style for all, as in coordinates, or one for each, as in a probability and an amount.
        int common = random.Next(2 * Styles.Length);
        int length = random.Next(1, 7), columns = random.Next(2) == 0 ? length : random.Next(1, 5);
        bool hasArrays = subject.Roles.Any(r => r.Layout is not null);
        return new Point([.. subject.Roles.Where(r => r.Passing != Passing.Out).Select(Argument)], null, 0, null);

        object? Argument(Role role)
        {
            Func<Random, double> style = Styles[common < Styles.Length ? common : random.Next(Styles.Length)];
            if (role.Layout is { } layout)
                return layout.HasRows ? List(length, () => List(columns, () => Entry(layout.Element, style))) : List(length, () => Entry(layout.Element, style));
            return role.IsReal ? (role.Type == typeof(float) ? (float)style(random) : style(random))
                : role.Type == typeof(bool) ? random.Next(2) == 1
                : role.Type.IsEnum ? Enum.GetValues(role.Type) is { Length: > 0 } values ? Convert.ToInt64(values.GetValue(random.Next(values.Length)), CultureInfo.InvariantCulture) : 0
                : role.Type == typeof(string) ? "a"
                : role.Type == typeof(char) ? 'a'
                : role.Type.IsPrimitive ? Integer() : null;
        }

        int Integer() => hasArrays && random.Next(3) > 0 ? random.Next(0, length + 1) : random.Next(0, 9);

        string Entry(Type element, Func<Random, double> style) =>
            element == typeof(double) ? style(random).ToString("R", CultureInfo.InvariantCulture)
            : element == typeof(float) ? ((float)style(random)).ToString("R", CultureInfo.InvariantCulture)
            : element == typeof(bool) ? (random.Next(2) == 1).ToString()
            : Integer().ToString(CultureInfo.InvariantCulture);

        static string List(int length, Func<string> entry) => "[" + string.Join(", ", Enumerable.Range(0, length).Select(_ => entry())) + "]";
    }
}
