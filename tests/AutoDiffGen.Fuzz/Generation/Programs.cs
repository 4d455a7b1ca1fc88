using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Fuzz.Language;
using CsCheck;

namespace AutoDiffGen.Fuzz.Generation;

/// <summary>Random programs.</summary>
internal sealed class Programs : Gen<FuzzProgram>
{
    private const int Points = 3;

    public override FuzzProgram Generate(PCG pcg, Size? min, out Size size)
    {
        string seed = pcg.ToString();
        FuzzProgram program = Make(new Dice(pcg), seed);
        size = new Size((ulong)program.Size);
        return program;
    }

    private static FuzzProgram Make(Dice dice, string seed)
    {
        Style style = Style.Of(dice);
        List<Node> members =
        [
            Node.Member($"private const double Half = 0.5;"),
            Node.Member($"private static readonly double Rate = 0.8;"),
            Node.Member($"private static readonly double[] Table = {{ 0.5, -1.25, 2.0 }};"),
            Node.Member($"private enum Mode {{ None, Slow, Fast = 3 }}"),
        ];
        if (style.HasRules)
            members.AddRange(Ruled());
        var callables = new List<Callable>();
        int helpers = dice.Weighed((25, 0), (30, 1), (25, 2), (20, 3));
        for (int i = 0; i < helpers; i++)
        {
            // One method, or one that calls itself, or two that call each other too.
            bool isRecursive = style.IsTame && dice.Chance(25);
            List<Callable> group = [Helper(dice, style, "H" + i, isRecursive)];
            if (isRecursive && dice.Chance(25))
                group.Add(Helper(dice, style, "R" + i, isRecursive));
            foreach (Callable helper in group)
            {
                Node body = ProgramWriter.Body(dice, style, helper, callables, 1 + dice.Next(4), calls: 2, recursive: group);
                members.Add(Node.Member($"private static {helper.Result.CSharp} {helper.Name}({string.Join(", ", helper.Parameters)})\n{{\n{body}\n}}"));
            }

            callables.AddRange(group);
        }

        Callable method = Method(dice, style);
        Node main = ProgramWriter.Body(dice, style, method, callables, 2 + dice.Next(11), calls: 6);
        return new FuzzProgram(seed, members, method.Result, method.Parameters, main, [.. Enumerable.Range(0, Points).Select(i => At(dice, method, i))]);
    }

    /// <summary>A method with rules, and an overload without.</summary>
    private static Node[] Ruled() =>
    [
        Node.Member($"private static double Ours(double value, double scale = 2) => value / (1 + value * value) * scale;"),
        Node.Member($"private static double Ours(double value) => Math.Sin(value) * value;"),
        Node.Member($"[PartialOf(typeof(P), nameof(Ours), Wrt = \"value\")] private static double OursByValue(double value, double scale, double result) => (1 - value * value) / (1 + value * value) / (1 + value * value) * scale;"),
        Node.Member($"[PartialOf(typeof(P), nameof(Ours), Wrt = \"scale\")] private static double OursByScale(double value, double scale, double result) => value / (1 + value * value);"),
    ];

    private static Callable Helper(Dice dice, Style style, string name, bool isRecursive)
    {
        var parameters = new List<Parameter>();
        if (isRecursive)
            parameters.Add(new Parameter(Callable.Depth, Kind.Integer, "", false));
        int count = 1 + dice.Next(3);
        for (int i = 0; i < count; i++)
        {
            // By reference only what every method has variables of.
            Kind kind = dice.Weighed((75, Kind.Real), (8, Kind.Integer), (7, Kind.Boolean), (style.Singles * 2, Kind.Single),
                (style.Arrays * (isRecursive ? 2 : 1), Kind.Vector), (style.Arrays * (isRecursive ? 2 : 1), Kind.Span), (style.Arrays, Kind.ReadOnlySpan),
                (style.Arrays / 4, Kind.Indices), (style.Arrays / 3, Kind.Matrix), (style.Arrays / 4, Kind.Rows), (isRecursive ? 0 : style.Arrays / 4, Kind.OwnRows),
                (style.Singles * style.Arrays / 20, Kind.Singles));
            string mode = kind == Kind.Real ? dice.Weighed((50, ""), (25, "ref"), (15, "out"), (10, "in")) : "";
            parameters.Add(new Parameter(FreeName(dice, parameters), kind, mode, kind.IsActive && dice.Chance(style.Stops)));
        }

        if (parameters[^1].Mode == "" && !isRecursive && parameters[^1].Kind is Kind.Real or Kind.Single or Kind.Integer or Kind.Boolean && dice.Chance(15))
            parameters[^1] = parameters[^1] with { Default = parameters[^1].Kind switch { Kind.Real => "0.75", Kind.Single => "0.75f", Kind.Integer => "2", _ => "true" } };
        Kind result = dice.Weighed((60, Kind.Real), (20, Kind.Void), (8, Kind.Boolean), (6, Kind.Integer), (style.Singles, Kind.Single), (isRecursive ? 0 : style.Arrays / 4, Kind.Vector));
        return new Callable(name, result, parameters);
    }

    private static Callable Method(Dice dice, Style style)
    {
        // The first is by value or by reference and of type double: there is always something to differentiate by, and to write.
        List<Parameter> parameters = [new Parameter(FreeName(dice, []), Kind.Real, dice.Chance(12) ? "ref" : "", false)];
        int count = dice.Weighed((20, 0), (50, 1), (30, 2));
        for (int i = 0; i < count; i++)
        {
            Kind kind = dice.Weighed((70, Kind.Real), (12, Kind.Integer), (6, Kind.Boolean), (style.Singles * 2, Kind.Single),
                (style.Arrays * 2, Kind.Vector), (style.Arrays, Kind.Span), (style.Arrays, Kind.ReadOnlySpan), (style.Arrays / 2, Kind.Indices),
                (style.Arrays * 2 / 3, Kind.Matrix), (style.Arrays / 2, Kind.Rows), (style.Singles * style.Arrays / 20, Kind.Singles));
            string mode = kind.IsReference ? "" : kind.IsActive ? dice.Weighed((75, ""), (10, "ref"), (8, "out"), (7, "in")) : dice.Weighed((85, ""), (5, "ref"), (5, "out"), (5, "in"));
            parameters.Add(new Parameter(FreeName(dice, parameters), kind, mode, kind.IsActive && dice.Chance(8)));
        }

        bool hasOutput = parameters.Any(p => p.IsOutput);
        Kind result = hasOutput && dice.Chance(25) ? dice.Pick([Kind.Void, Kind.Void, Kind.Integer, Kind.Boolean])
            : dice.Chance(style.Arrays / 2) ? dice.Chance(style.Singles * 3) ? Kind.Singles : Kind.Vector
            : dice.Chance(style.Singles * 3) ? Kind.Single
            : Kind.Real;
        return new Callable(FuzzProgram.Method, result, parameters);
    }

    private static string FreeName(Dice dice, List<Parameter> taken)
    {
        string name;
        do
            name = dice.Pick(Vocabulary.Parameters);
        while (taken.Any(p => p.Name == name));
        return name;
    }

    private static FuzzPoint At(Dice dice, Callable method, int index)
    {
        // The first point is one where nothing is special.
        bool isGeneric = index == 0 || dice.Chance(60);
        // Arrays of one length, mostly: loops over one of them use others too. Now and then more than fits where generated code starts with.
        int length = dice.Chance(4) ? 10 + dice.Next(20) : 1 + dice.Next(5);
        bool isOneLength = dice.Chance(70);
        object?[] arguments = [.. method.Parameters.Where(p => p.Mode != "out").Select(p => Argument(dice, p.Kind, isGeneric, isOneLength ? length : 1 + dice.Next(5)))];
        return new FuzzPoint(new Point(arguments, null, 0, null), isGeneric);
    }

    private static object Argument(Dice dice, Kind kind, bool isGeneric, int length)
    {
        if (kind is Kind.Matrix or Kind.Rows)
        {
            int columns = 1 + dice.Next(4);
            return $"[{string.Join(", ", Enumerable.Range(0, Math.Min(length, 5)).Select(_ => Argument(dice, Kind.Vector, isGeneric, kind == Kind.Matrix ? columns : 1 + dice.Next(4))))}]";
        }

        if (kind.IsReference)
        {
            Kind item = kind switch { Kind.Indices => Kind.Integer, Kind.Singles => Kind.Single, _ => Kind.Real };
            IEnumerable<object> items = Enumerable.Range(0, length).Select(_ => item == Kind.Integer ? dice.Next(6) : Argument(dice, item, isGeneric, 0));
            return $"[{string.Join(", ", items.Select(i => Convert.ToString(i, System.Globalization.CultureInfo.InvariantCulture)))}]";
        }

        double real = !isGeneric && dice.Chance(60) ? dice.Pick(Vocabulary.SpecialPoints) : Math.Round((dice.Next(1_000_000) - 500_000) / 200_000.0, 4) + 0.00003;
        return kind switch
        {
            Kind.Real => real,
            Kind.Single => (float)real,
            Kind.Integer => dice.Next(6) - 2,
            _ => dice.Chance(50),
        };
    }
}
