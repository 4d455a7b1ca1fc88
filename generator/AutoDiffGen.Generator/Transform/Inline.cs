using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using AutoDiffGen.Generator.Rules;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Puts the bodies of called methods in place of their calls, so that the caller's reverse sweep uses their intermediates.
/// A parameter passed by reference becomes the caller's own place, which makes aliases visible. A method with a rule stays a call.
/// What is passed to a <c>[NoGrad]</c> parameter is constant in there.
/// </summary>
/// <example><code>
/// Invoke r = Square(x + 1)        →        v = x + 1;  r = v * v
/// </code></example>
internal sealed class Inline
{
    /// <summary>Past this the JIT compiler would stop optimising the generated method.</summary>
    private const int MaxStatements = 4000;

    /// <summary>Past this the compiler could run out of stack on the generated method.</summary>
    private const int MaxDepth = 250;

    private const string Length = "with the methods it calls it is too long";

    private readonly Dictionary<string, Helper> _helpers;
    private readonly Dictionary<string, Function> _bodies = new(StringComparer.Ordinal);
    private readonly RuleSet _rules;
    private readonly Names _names;
    private readonly MethodModel _model;
    private readonly List<DiagnosticInfo> _problems = [];
    private readonly HashSet<string> _recursive;
    private readonly bool _mayStore;
    private int _statements;

    private Inline(MethodModel model, RuleSet rules, Names names)
    {
        _helpers = model.Helpers.ToDictionary(h => h.Function.Key, StringComparer.Ordinal);
        _model = model;
        _rules = rules;
        _names = names;
        _recursive = CallCycles.Of(model);
        _mayStore = model.Helpers.Any(h => h.Body is not null && h.Body.Body.All().Any(s => s is Assign { Target: ElementPlace }));
    }

    /// <summary>The function without calls of methods that have no rule, or the problems of the methods that have no usable body either.</summary>
    public static (Function Function, EquatableArray<DiagnosticInfo> Problems) Run(MethodModel model, RuleSet rules) => Run(model, rules, model.Function);

    /// <param name="function">The method itself, or one that calls itself and so has functions of its own.</param>
    public static (Function Function, EquatableArray<DiagnosticInfo> Problems) Run(MethodModel model, RuleSet rules, Function function)
    {
        if (IsTooLong(function))
            return (function, [TooLarge(model, Length)]);
        Function root = SingleExit.Run(function);
        var inline = new Inline(model, rules, new Names(root.Names()));
        EquatableArray<Stmt> body = inline.Block(root.Body);
        if (inline._statements > MaxStatements)
            inline._problems.Add(TooLarge(model, Length));
        else if (body.Depth() > MaxDepth)
            inline._problems.Add(TooLarge(model, "its code, where what follows an early return is a branch of its own, is nested too deeply"));
        return (root with { Body = body }, inline._problems.Distinct().ToEquatableArray());
    }

    private static bool IsTooLong(Function function) => function.Body.All().Skip(MaxStatements).Any();

    private static DiagnosticInfo TooLarge(MethodModel model, string why) =>
        new(Descriptors.TooLarge.Id, model.Name, [model.Function.Name, why]);

    private EquatableArray<Stmt> Block(EquatableArray<Stmt> block)
    {
        var result = new List<Stmt>();
        foreach (Stmt stmt in block)
        {
            if (++_statements > MaxStatements)
                break;
            switch (stmt)
            {
                case If branch:
                    result.Add(branch with { Then = Block(branch.Then), Else = Block(branch.Else) });
                    break;
                case While loop:
                    result.Add(loop with { Body = Block(loop.Body) });
                    break;
                case Invoke invoke:
                    result.AddRange(Replace(invoke));
                    break;
                default:
                    result.Add(stmt);
                    break;
            }
        }

        return result.ToEquatableArray();
    }

    private IEnumerable<Stmt> Replace(Invoke invoke)
    {
        if (_rules.Knows(invoke.Function))
            return CallByRule(invoke);

        if (!_helpers.TryGetValue(invoke.Function.Key, out Helper? helper))
            throw new InvalidOperationException($"{invoke.Function.Key} is called but not described.");
        if (helper.Body is null)
        {
            _problems.AddRange(helper.Problems);
            return [];
        }

        if (_recursive.Contains(helper.Function.Key))
            return Call(invoke, helper.Body);
        if (IsTooLong(helper.Body))
        {
            _statements = MaxStatements + 1;
            return [];
        }

        if (!_bodies.TryGetValue(helper.Function.Key, out Function? body))
            _bodies[helper.Function.Key] = body = SingleExit.Run(ConstantArrays.Run(helper.Body));
        return Body(body, invoke);
    }

    /// <summary>A call that stays; its arrays get names, and those whose elements it may store are passed as places.</summary>
    private IEnumerable<Stmt> Call(Invoke invoke, Function method)
    {
        var named = new List<Stmt>();
        var arguments = new List<Argument>();
        for (int i = 0; i < invoke.Arguments.Count; i++)
        {
            Argument argument = invoke.Arguments[i];
            if (argument.Value is not { } value || !value.Type.IsStorage())
            {
                arguments.Add(argument);
                continue;
            }

            var array = new Var(_names.Fresh("elements"), value.Type, VarRole.Temporary);
            named.Add(new Declare(array, value, invoke.Origin));
            bool isConstant = !method.Parameters[i].Active && value.Type.Content() is RealType;
            bool isStored = _mayStore && !isConstant && value.Type is not SpanType { IsReadOnly: true };
            arguments.Add(isStored ? new Argument(null, new LocalPlace(array)) : new Argument(array.Read, null, IsConstant: isConstant));
        }

        return [.. named, invoke with { Arguments = arguments.ToEquatableArray() }];
    }

    private static IEnumerable<Stmt> CallByRule(Invoke invoke)
    {
        // Without a result there is nothing to differentiate, and a rule says that the function has no side effects.
        if (invoke.Result is null)
            return [];
        var call = new Call(invoke.Function, invoke.Arguments.Select(a => a.Value ?? new Read(a.Place!)).ToEquatableArray());
        return [new Declare(invoke.Result, call, invoke.Origin)];
    }

    private IEnumerable<Stmt> Body(Function function, Invoke invoke)
    {
        RefuseSharedConstants(function, invoke);
        var places = new Dictionary<Var, Place>();
        var prologue = new List<Stmt>();
        var stops = new List<Stmt>();
        if (invoke.Result is not null)
            prologue.Add(new Declare(invoke.Result, null, invoke.Origin));
        for (int i = 0; i < function.Parameters.Count; i++)
        {
            Parameter parameter = function.Parameters[i];
            Argument argument = invoke.Arguments[i];
            bool isConstant = parameter.Var.Type is RealType && !parameter.Active;
            Expr value = argument.Value ?? new Read(argument.Place!);
            value = isConstant ? new StopGradient(value) : value;
            if (argument.Place is not null && parameter.Mode != RefMode.Value && !(isConstant && parameter.Mode == RefMode.In))
            {
                // The initial content of a [NoGrad] parameter is constant; a copy of it, passed by value, is not.
                if (isConstant && parameter.Mode == RefMode.Ref)
                    stops.Add(new Assign(argument.Place, value, invoke.Origin));
                places[parameter.Var] = argument.Place;
                continue;
            }

            // A value argument; or an `in` argument that is not a place, which C# copies to a temporary as well.
            var copy = new Var(_names.Fresh(parameter.Var.Name), parameter.Var.Type, VarRole.Temporary);
            prologue.Add(new Declare(copy, value, invoke.Origin));
            places[parameter.Var] = new LocalPlace(copy);
        }

        prologue.AddRange(stops);
        var renamed = new Substitution(places, _names);
        EquatableArray<Stmt> body = renamed.Block(function.Body);
        Return? ret = body.IsEmpty ? null : body[body.Count - 1] as Return;
        if (ret is not null)
            body = body.Take(body.Count - 1).ToEquatableArray();

        body = Block(body);
        return ret?.Value is not null && invoke.Result is not null
            ? [.. prologue, .. body, new Assign(new LocalPlace(invoke.Result), ret.Value, ret.Origin ?? invoke.Origin)]
            : [.. prologue, .. body];
    }

    /// <summary>
    /// Refuses a variable passed by reference to a <c>[NoGrad]</c> parameter and to another one: constant through the one and active
    /// through the other, it has no derivative of its own.
    /// </summary>
    private void RefuseSharedConstants(Function function, Invoke invoke)
    {
        for (int i = 0; i < function.Parameters.Count; i++)
        {
            Parameter constant = function.Parameters[i];
            if (constant.Active || constant.Var.Type is not RealType || constant.Mode is not (RefMode.In or RefMode.Ref))
                continue;
            for (int j = 0; j < function.Parameters.Count; j++)
            {
                bool isWritten = constant.Mode == RefMode.Ref || function.Parameters[j].Mode is RefMode.Ref or RefMode.Out;
                if (j != i && isWritten && invoke.Arguments[i].Place is { } place && place.Equals(invoke.Arguments[j].Place))
                {
                    CallSite site = _model.Site(invoke.Function, invoke.Origin);
                    string words = $"A variable passed by reference both to the [NoGrad] parameter '{constant.Var.Name}' and to '{function.Parameters[j].Var.Name}'";
                    _problems.Add(new DiagnosticInfo(Descriptors.UnsupportedConstruct.Id, site.Location, [words, site.Chain]));
                }
            }
        }
    }

    /// <summary>Gives the locals of an inlined body names of their own, and its parameters the caller's places.</summary>
    private sealed class Substitution(Dictionary<Var, Place> places, Names names) : Rewriter
    {
        public override Place Visit(Place place) => Map(place) ?? base.Visit(place);

        protected override Place VisitTarget(Place place) => Map(place) ?? base.VisitTarget(place);

        public override IEnumerable<Stmt> Visit(Stmt stmt)
        {
            foreach (Stmt rebuilt in base.Visit(stmt))
            {
                yield return rebuilt switch
                {
                    Let let => let with { Var = Local(let.Var) },
                    Declare declare => declare with { Var = Local(declare.Var) },
                    Allocate allocate => allocate with { Var = Local(allocate.Var), Handle = allocate.Handle is null ? null : Local(allocate.Handle) },
                    Invoke { Result: not null } invoke => invoke with { Result = Local(invoke.Result) },
                    _ => rebuilt,
                };
            }
        }

        private Place? Map(Place place) => place switch
        {
            LocalPlace local => places.TryGetValue(local.Var, out Place? mapped) ? mapped : new LocalPlace(Local(local.Var)),
            ReferencePlace reference => places[reference.Parameter],
            _ => null,
        };

        private Var Local(Var var)
        {
            if (places.TryGetValue(var, out Place? place))
                return ((LocalPlace)place).Var;
            Var fresh = var with { Name = names.Fresh(var.Name) };
            places[var] = new LocalPlace(fresh);
            return fresh;
        }
    }
}
