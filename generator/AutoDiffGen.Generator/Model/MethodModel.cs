using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.Model;

/// <summary>All that is known of a <c>[Differentiable]</c> method after lowering. A value: equal models generate equal code.</summary>
/// <param name="HintName">The generated file's name, unique in the compilation.</param>
/// <param name="Accessibility">The method's accessibility in C#: <c>public</c>, <c>private protected</c>, …</param>
/// <param name="Cref">The method as a documentation reference, <c>Foo(double, double)</c>.</param>
/// <param name="Name">Where the method's name stands: where errors about the whole method go.</param>
/// <param name="Helpers">The methods it calls, directly or not, each once.</param>
/// <param name="Calls">Where functions are called, in order: where errors about them go.</param>
/// <param name="Lifted">The generated <c>_Lifted</c> method's text, where it is asked for.</param>
/// <param name="CheckedByDefault">The project compiles unmarked integer arithmetic as <c>checked</c>.</param>
/// <param name="IsExtension">The first parameter is <c>this</c>.</param>
internal sealed record MethodModel(
    string HintName,
    TypeScope Scope,
    string Accessibility,
    string Cref,
    LocationInfo Name,
    DerivativeSet Emit,
    Function Function,
    EquatableArray<Helper> Helpers,
    EquatableArray<CallSite> Calls,
    string? Lifted,
    bool CheckedByDefault,
    bool IsExtension = false)
{
    /// <summary>Where the source statements stand, in order: where errors go that a later pass finds in one.</summary>
    public EquatableArray<StatementSite> Statements { get; init; } = [];

    /// <summary>The parameters for arrays that may be null, <c>double[]? a</c>.</summary>
    public EquatableArray<string> Nullable { get; init; } = [];

    /// <summary>The private fields that the derivatives read, of types they do not stand in.</summary>
    public EquatableArray<Opening> Openings { get; init; } = [];

    /// <summary>Where a source statement stands; the method's name where that is not known.</summary>
    public StatementSite Site(Origin? statement) =>
        Statements.FirstOrDefault(s => statement is { Text: not null } && s.Statement.Text == statement.Text && s.Statement.Helper == statement.Helper)
        ?? new StatementSite(new Origin(null, Sweep.Primal), Name, "");

    /// <summary>Where a function is called; of several calls in one source statement, the one counted <paramref name="index"/> from the first.</summary>
    public CallSite Site(FunctionRef function, Origin? statement, int index = 0)
    {
        CallSite[] everywhere = Calls.Where(c => c.Key == function.Key).ToArray();
        CallSite[] there = everywhere.Where(c => Equals(c.Statement, statement)).ToArray();
        return there.Length > 0 ? there[index % there.Length] : everywhere.FirstOrDefault() ?? new CallSite(function.Key, null, Name, "");
    }
}

/// <summary>The namespace (empty for the global one) and the headers of the containing types, outermost first: <c>partial class Models</c>.</summary>
/// <param name="TypeName">The innermost type's full C# name, <c>global::N.Outer.Models</c>.</param>
internal sealed record TypeScope(string Namespace, EquatableArray<string> Headers, string TypeName);

/// <summary>A property that shows a private field to the derivatives of one method.</summary>
/// <param name="Scope">The type it is generated into, the field's.</param>
/// <param name="Name">The property's.</param>
internal sealed record Opening(TypeScope Scope, string Field, string Name, IrType Type);

/// <summary>A method that is called: its body as IR, or what keeps it from having one (used only where no rule applies).</summary>
/// <param name="IsReachable">Whether the generated code may call it by name; where not, only its body can be differentiated.</param>
internal sealed record Helper(FunctionRef Function, Function? Body, EquatableArray<DiagnosticInfo> Problems, bool IsReachable = true);

/// <summary>Where a function, named by its key, is called.</summary>
/// <param name="Statement">The source statement that the call is in.</param>
/// <param name="Chain">Ends the messages of errors in a helper: how the differentiated method comes to call it.</param>
internal sealed record CallSite(string Key, Origin? Statement, LocationInfo Location, string Chain);

/// <summary>Where a source statement stands.</summary>
/// <param name="Chain">As of a <see cref="CallSite"/>.</param>
internal sealed record StatementSite(Origin Statement, LocationInfo Location, string Chain);

/// <summary>What to generate; the values of the library's <c>Derivatives</c>.</summary>
[Flags]
internal enum DerivativeSet
{
    None = 0,
    Gradient = 1,
    Jvp = 2,
    Jacobian = 4,
    Hvp = 8,
    Hessian = 16,
    Lifted = 32,
    All = Gradient | Jvp | Jacobian | Hvp | Hessian | Lifted,
}

/// <summary>A user's rule: the partial derivative of <paramref name="Target"/> by its argument number <paramref name="Argument"/>.</summary>
/// <param name="Target">The key of the function (<see cref="FunctionRef.Key"/>).</param>
/// <param name="Method">The rule method, called where the partial is needed with the function's arguments and result.</param>
/// <param name="PrivateTo">The full name of the type a private rule stands in; null where the whole assembly can call it.</param>
internal sealed record UserRule(string Target, int Argument, FunctionRef Method, string? PrivateTo, LocationInfo Location);

/// <summary>A rule of the library's table: the partial as an expression of the function's arguments and its result.</summary>
/// <param name="Key">The key of the function (<see cref="FunctionRef.Key"/>).</param>
/// <param name="Parameters">The function's parameters, then its result, as the body mentions them.</param>
internal sealed record TableRule(string Key, int Argument, EquatableArray<Var> Parameters, Expr Partial);
