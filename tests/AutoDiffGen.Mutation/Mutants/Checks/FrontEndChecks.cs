namespace AutoDiffGen.Mutation.Mutants.Checks;

/// <summary>The checks of the front end beside its refusals, which <see cref="RefusalMutants"/> finds by itself.</summary>
internal static class FrontEndChecks
{
    public static IEnumerable<SafetyCheck> All { get; } =
    [
        // Order of evaluation.
        Check("an operand is what it was when it was evaluated", "FrontEnd/Expressions/Operands.cs",
            "next.Count == 0 || Survives(value, next) ? value : scope.Capture(value);", "value;"),
        Check("a variable that a later operand writes is kept", "FrontEnd/Expressions/Operands.cs",
            "Read { Place: LocalPlace local } => !Writes(next, local.Var),", "Read { Place: LocalPlace } => true,"),
        Check("a variable that a later call writes is kept", "FrontEnd/Expressions/Operands.cs",
            "Invoke invoke => invoke.Arguments.Any(a => a.Place is LocalPlace local && local.Var == variable),", "Invoke => false,"),
        Check("the value of x++ is the old one", "FrontEnd/Expressions/Assignments.cs", "old = scope.Capture(old);", "_ = scope;"),
        Check("a guard cannot change what the next section is tested against", "FrontEnd/Statements/Switches.cs", "keep: guards.Any(Subject.MayChange)", "keep: false"),
        Check("a guard cannot change what the next arm is tested against", "FrontEnd/Expressions/SwitchExpressions.cs",
            "keep: operation.Arms.Select(a => a.Guard).Any(Subject.MayChange)", "keep: false"),
        Check("a name by reference may be any variable's", "FrontEnd/Subject.cs", "o is ILocalReferenceOperation { Local.IsRef: true } or IConditionalOperation", "o is IConditionalOperation"),
        Check("a variable by reference may have another name", "FrontEnd/Subject.cs", "(IsByReference(variable) || target", "(target"),
        Check("a conversion without the cast it needs is an error", "FrontEnd/Expressions/Values.cs", "Conversions.LacksCast(conversion)", "false"),
        Check("the angle of a sine and cosine is read once", "FrontEnd/Expressions/SinCos.cs", "angle = scope.Capture(angle);", "_ = scope;"),

        // Labels.
        Check("a local is declared for the whole block", "FrontEnd/Statements/Labels.cs", "scope.DeclareHere(local, type);", "_ = type;"),
        Check("a goto leads to its own label", "FrontEnd/Statements/Labels.cs", "positions.Where(p => p.Value == part.Label)", "positions"),
        Check("what is repeated may be left between", "FrontEnd/Statements/Labels.cs", "if (Jumps.EndsIn(steps))\n                return;", "if (part.IsRepeated)\n                return;"),
        Check("a part that comes before the label is not run again", "FrontEnd/Statements/Labels.cs", "BinaryOp.LessOrEqual, state.Read", "BinaryOp.NotEqual, state.Read"),
        Check("a label may stand between a ref local and what it is bound to next", "FrontEnd/Expressions/References.cs", " && !block.Statements.Any(s => s is LabeledStatementSyntax)", ""),

        // Arrays and spans.
        Check("the place that is assigned is found before the value", "FrontEnd/Expressions/Assignments.cs",
            "target = Places.Keep(scope, target, value.Steps);\n        scope.Emit(value.Steps);\n        Places.Store", "scope.Emit(value.Steps);\n        Places.Store"),
        Check("an index that is read from an array is read once", "FrontEnd/Expressions/Places.cs",
            "i => i.Tree().Any(e => e is Read { Place: ElementPlace }) ? scope.Capture(i) : i", "i => i"),
        Check("a ref local keeps its index", "FrontEnd/Expressions/Places.cs", "!changes(local.Var));", "true);"),
        Check("a ref local keeps its array", "FrontEnd/Expressions/Places.cs", "LocalPlace local when changes(local.Var) =>", "LocalPlace local when changes(local.Var) && when is not null =>"),
        Check("foreach goes through the array it began with", "FrontEnd/Expressions/Storages.cs",
            "Read { Place: LocalPlace local } when !scope.IsReassigned(local.Var) => local,", "Read { Place: LocalPlace local } => local,"),
        Check("a copy within an array may have to go down", "FrontEnd/Expressions/Copies.cs", "(known ? down : up)();", "up();"),
        Check("what decides the direction of a copy is only known at run time", "FrontEnd/Expressions/Copies.cs", "scope.Collect(down).ToEquatableArray()", "scope.Collect(up).ToEquatableArray()"),
        Check("spans of which nothing is known may overlap", "FrontEnd/Expressions/Copies.cs", "            Through(scope, from, to, count);", "            Upwards(scope, from, Elements.Zero, to, Elements.Zero, count);"),
        Check("what a call returned may be an array that has another name", "FrontEnd/Expressions/Storages.cs", "!scope.IsReassigned(local.Var) && scope.Parameters.Any(p => p.Var == local.Var) ?", "!scope.IsReassigned(local.Var) ?"),
        Check("parameters of a helper may be one array", "FrontEnd/Expressions/Storages.cs", "return scope.Helper is null && ", "return "),
        Check("an argument that is constant may be another one", "FrontEnd/Expressions/Storages.cs", "scope.Parameters.Any(p => p.Active && p.Var", "scope.Parameters.Any(p => p.Var"),
        Check("a static array is constant in a helper too", "FrontEnd/StorageFlow.cs", "? callee.Written.SelectMany(i => Argument(sources, use.Call, i))", "? []"),
        Check("a static array is constant under another name", "FrontEnd/StorageFlow.cs", "changes |= known.Count > count;", ""),

        // What counts as constant.
        Check("the gradient stops where it is stopped", "FrontEnd/Expressions/Calls.cs",
            "return value.Type is RealType ? new StopGradient(value) : value;", "return value;"),
        Check("a static field that can be written is not a constant", "FrontEnd/Expressions/Fields.cs", "!field.IsReadOnly || ", ""),
        Check("a static field of each thread is not a constant", "FrontEnd/Expressions/Fields.cs", "perThread || Types", "Types"),
        Check("a [NoGrad] parameter has no derivative", "FrontEnd/Declaration/Signatures.cs",
            "FrontEnd.Types.Of(parameter.Type)?.Content() is RealType && !Attributes.Has(parameter, Attributes.NoGrad);",
            "FrontEnd.Types.Of(parameter.Type)?.Content() is RealType;"),
        Check("only the framework's mathematics is the framework's", "FrontEnd/FunctionRefs.cs", "type.DeclaringSyntaxReferences.IsEmpty && ", ""),

        Check("an assertion has no side effects", "FrontEnd/Expressions/Calls.cs", "            Assertions.Check(scope, operation);\n", ""),
        Check("the framework's operators have no side effects", "FrontEnd/Expressions/Assertions.cs", "binary.OperatorMethod is null || IsOfTheFramework(binary.OperatorMethod)", "binary is not null"),
        Check("only a partial type can show its fields", "FrontEnd/CallGraph.cs", " || !MethodKinds.IsPartial(owner, Cancellation)", ""),

        // Errors that end the reading of a method.
        Check("an inactive method is an error", "FrontEnd/MethodReader.cs", "problems.Add(inactive);", "_ = inactive;"),
        Check("a member that exists is an error", "FrontEnd/MethodReader.cs",
            "problems.AddRange(Collisions.Check(method, emit));", "_ = Collisions.Check(method, emit);"),
        Check("a derivative that does not apply is an error", "FrontEnd/MethodReader.cs",
            "problems.AddRange(Emission.Check(method, attribute, cancellation));", "_ = attribute;"),
        Check("a type that is not partial is an error", "FrontEnd/MethodReader.cs",
            "new List<DiagnosticInfo>(MethodKinds.NotPartial(method, cancellation))", "new List<DiagnosticInfo>()"),
        Check("what the body refuses is an error", "FrontEnd/MethodReader.cs", "problems.AddRange(lowered.Problems);", ""),
        Check("code nested too deeply is an error", "FrontEnd/Statements/Blocks.cs",
            "if (scope.Depth >= Deepest)", "if (scope.Depth >= Deepest && scope.Depth < 0)"),
        Check("a rule given twice is an error", "Rules/UserRules.cs",
            "out string? by))", "out string? by) && by.Length == 0)"),

        // Caching.
        Check("a method's model has no places in files", "DifferentiableGenerator.cs", "? WithoutLocations.Of(model)", "? model"),
        Check("a rule's model has no places in files", "DifferentiableGenerator.cs", "? WithoutLocations.Of(rule)", "? rule"),
    ];

    private static SafetyCheck Check(string name, string file, string original, string replacement) =>
        new(name, "generator/AutoDiffGen.Generator/" + file, original, replacement, Proof.OfGenerator);
}
