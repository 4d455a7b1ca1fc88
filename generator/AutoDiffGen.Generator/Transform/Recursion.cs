using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using AutoDiffGen.Generator.Rules;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// The methods that call themselves, directly or through others. Each gets a pair of functions: one runs forward and records, the other
/// reverses what it recorded, so that no part of the tree of calls runs twice.
/// </summary>
/// <example><code>
/// double F(double x, int n) { return n == 0 ? 1 : x * F(x, n - 1); }
///         →
/// double FForward(double x, int n)                         { …; t = FForward(x, n - 1); push t; return x * t; }
/// void   FReverse(double x, int n, double seed, ref dx)    { pop t; dt = seed * x; FReverse(x, n - 1, dt, ref dx1); dx += seed * t + dx1; }
/// </code></example>
internal sealed class Recursion
{
    private readonly Dictionary<string, Halves> _halves = new(StringComparer.Ordinal);
    private readonly List<DiagnosticInfo> _problems = [];

    private Recursion()
    {
    }

    /// <summary>Whether the methods may be passed, and return, what is infinite or no number.</summary>
    public bool MayBeUnbounded { get; private set; }

    /// <summary>No method calls itself.</summary>
    public static Recursion None { get; } = new();

    /// <summary>What is known of a method before its two functions are made.</summary>
    /// <param name="Method">The method, with calls left only of those that call themselves.</param>
    /// <param name="Derivatives">The last parameters of the function that reverses it.</param>
    internal sealed record Halves(string Forward, string Reverse, Function Method, DerivativeParameters Derivatives)
    {
        public Var? Seed => Derivatives.Extra.FirstOrDefault();

        /// <summary>The method's parameters as the function that reverses it has them: the contents they began with.</summary>
        public IEnumerable<Parameter> Initial => Method.Parameters.Where(p => p.Mode != RefMode.Out).Select(p => p with { Mode = RefMode.Value });
    }

    /// <param name="inlined">The method that is differentiated.</param>
    public static Recursion Of(MethodModel model, RuleSet rules, Function inlined)
    {
        var recursion = new Recursion();
        var names = new Names(inlined.Names());
        var open = new Queue<Function>([inlined]);
        while (open.Count > 0)
        {
            foreach (Invoke invoke in open.Dequeue().Body.All().OfType<Invoke>())
            {
                if (recursion._halves.ContainsKey(invoke.Function.Key))
                    continue;
                if (invoke.Function.Result.IsStorage())
                    throw new UnsupportedException($"The method '{invoke.Function.Name}', which calls itself and returns an array or span,", invoke.Origin);
                (Function body, EquatableArray<DiagnosticInfo> problems) = Inline.Run(model, rules, model.Helpers.First(h => h.Function.Key == invoke.Function.Key).Body!);
                recursion._problems.AddRange(problems);
                Function method = ConstantArrays.RunInlined(SpanParameters.Run(body), invoke.Origin);
                RefuseWrittenConstants(method, invoke.Origin);
                var taken = new HashSet<string>(method.Parameters.Select(p => p.Var.Name), StringComparer.Ordinal);
                Var? seed = method.Result is RealType ? new Var(Derived.Free("seed", taken), method.Result, VarRole.Parameter) : null;
                recursion._halves.Add(invoke.Function.Key, new Halves(
                    names.Fresh(method.Name + "Forward"), names.Fresh(method.Name + "Reverse"), method,
                    DerivativeParameters.Of(method, RefMode.Ref, includeOut: true, extra: seed is null ? [] : [seed])));
                open.Enqueue(method);
            }
        }

        recursion.MayBeUnbounded = recursion._halves.Count > 0 && recursion.Methods.Append(inlined).Any(Unbounded.Arises);
        return recursion;
    }

    // What is stored may be active, and there is no adjoint to take it from.
    private static void RefuseWrittenConstants(Function method, Origin? origin)
    {
        var written = new HashSet<Var>(method.Body.All().SelectMany(s => s switch
        {
            Assign assign => [assign.Target],
            Invoke invoke => invoke.Arguments.Where((a, i) => invoke.Function.Parameters[i].Mode is RefMode.Ref or RefMode.Out).Select(a => a.Place),
            _ => Enumerable.Empty<Place?>(),
        }).OfType<ReferencePlace>().Select(p => p.Parameter));
        if (method.Parameters.FirstOrDefault(p => !p.Active && p.Var.Type is RealType && written.Contains(p.Var)) is { } constant)
            throw new UnsupportedException($"The [NoGrad] parameter '{constant.Var.Name}' of '{method.Name}', which calls itself and writes it,", origin);
    }

    public Halves Find(Invoke invoke) => _halves[invoke.Function.Key];

    /// <summary>What is wrong with the methods that these call: without it, the calls are missing from their bodies.</summary>
    public EquatableArray<DiagnosticInfo> Problems => _problems.Distinct().ToEquatableArray();

    public IEnumerable<Function> Methods => _halves.Values.Select(h => h.Method);

    /// <summary>The functions, two for each method.</summary>
    public EquatableArray<Function> Functions(RuleSet rules, Plan plan) => _halves.Values.SelectMany(h => Apart(h, rules, plan)).ToEquatableArray();

    /// <summary>The function with its calls of methods that call themselves as calls of what runs them forward.</summary>
    public Function Name(Function function) => function with { Body = new Naming(this).Block(function.Body) };

    // What a call creates is found by its handle when the call is reversed.
    private static Function WithHandles(Function method)
    {
        var names = new Names(method.Names());
        var allocations = new Allocations(names);
        foreach (Allocate allocate in method.Body.All().OfType<Allocate>())
        {
            allocations.Add(allocate);
            allocations.Handle(allocate.Var);
        }

        return method with { Body = allocations.WithHandles(method.Body) };
    }

    private sealed class Naming(Recursion recursion) : Rewriter
    {
        public override IEnumerable<Stmt> Visit(Stmt stmt) => stmt is Invoke { Function.Container.Length: > 0 } invoke
            ? [invoke with { Function = invoke.Function with { Container = "", Name = recursion.Find(invoke).Forward } }]
            : base.Visit(stmt);
    }

    private IEnumerable<Function> Apart(Halves halves, RuleSet rules, Plan plan)
    {
        Prepared prepared = Prepared.Of(WithHandles(halves.Method), halves.Derivatives.Names, plan);
        Names names = prepared.Names(halves.Derivatives.Names);
        var seeds = new List<KeyValuePair<Var, Expr>>();
        var entry = new List<Stmt>();
        Vjp.Seed(prepared, halves.Derivatives, halves.Seed?.Read, names, seeds, entry);
        Reverse.Apart apart = Reverse.RunApart(prepared, halves.Derivatives, seeds, rules, names, this);
        (EquatableArray<Stmt> forward, EquatableArray<Stmt> reverse) = Keep.RunApart(apart, names, plan, halves.Method.Parameters);

        List<Stmt> ahead = forward.ToList();
        if (ahead.Completes())
        {
            ahead.AddRange(Endings.WriteBack(prepared));
            ahead.Add(new Return(prepared.Result));
        }

        yield return new Function(halves.Forward, halves.Method.Parameters, halves.Method.Result, ahead.ToEquatableArray());
        var back = new List<Stmt>([.. entry, .. reverse]);
        foreach (DerivativeParameter derivative in halves.Derivatives.Scalars)
            back.AddRange(Vjp.Store(derivative, apart.Adjoint(derivative.Of)));
        yield return new Function(
            halves.Reverse,
            [
                .. halves.Initial,
                .. halves.Derivatives.Extra.Select(v => new Parameter(v, RefMode.Value, Active: true)),
                .. halves.Derivatives.All.Select(d => new Parameter(d.Var, d.Mode, Active: true)),
            ],
            IrType.Void, back.ToEquatableArray());
    }
}
