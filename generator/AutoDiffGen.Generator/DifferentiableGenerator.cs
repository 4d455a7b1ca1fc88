using System.Collections.Immutable;
using AutoDiffGen.Generator.FrontEnd;
using AutoDiffGen.Generator.Model;
using AutoDiffGen.Generator.Rules;
using Microsoft.CodeAnalysis;
using RuleSet = AutoDiffGen.Generator.Rules.RuleSet;

namespace AutoDiffGen.Generator;

/// <summary>The pipeline: attributed methods and the rules in force become one file of derivatives for each method.</summary>
/// <remarks>
/// Past the first step there are only values, and no places in files: what is equal to the last run's is not done again. Errors are the
/// analyzer's to report; for a method that has any, nothing is generated.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class DifferentiableGenerator : IIncrementalGenerator
{
    public const string Methods = "Methods";
    public const string UserRulesStep = "UserRules";
    public const string RulesStep = "Rules";
    public const string Options = "Options";
    public const string Derivatives = "Derivatives";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<MethodModel> methods = context.SyntaxProvider
            .ForAttributeWithMetadataName(Attributes.Differentiable, static (_, _) => true, Lower)
            .WithTrackingName(Methods)
            .Where(static model => model is not null).Select(static (model, _) => model!);

        IncrementalValueProvider<EquatableArray<UserRule>> userRules = context.SyntaxProvider
            .ForAttributeWithMetadataName(Attributes.PartialOf, static (_, _) => true, ReadRule)
            .Where(static rule => rule is not null).Select(static (rule, _) => rule!)
            .Collect().Select(static (rules, _) => UserRules.Ordered(rules).ToEquatableArray())
            .WithTrackingName(UserRulesStep);

        IncrementalValueProvider<RuleSet> rules = context.MetadataReferencesProvider
            .Collect().Select(ReadTable)
            .Combine(userRules).Select(static (both, _) => new RuleSet(both.Left, both.Right))
            .WithTrackingName(RulesStep);

        IncrementalValueProvider<Plan> plan = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => BuildOptions.Plan(options.GlobalOptions))
            .WithTrackingName(Options);

        IncrementalValuesProvider<Differentiated> derivatives = methods
            .Combine(rules).Combine(plan)
            .Select(static (x, cancellation) => Differentiate(x.Left.Left, x.Left.Right, x.Right, cancellation))
            .WithTrackingName(Derivatives);

        context.RegisterSourceOutput(derivatives, static (output, file) =>
        {
            if (file.Text is not null)
                output.AddSource(file.HintName, file.Text);
        });
    }

    private static MethodModel? Lower(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        Guarded(() => MethodReader.Read((IMethodSymbol)context.TargetSymbol, context.SemanticModel.Compilation, cancellation).Model is { } model
            ? WithoutLocations.Of(model)
            : null);

    private static UserRule? ReadRule(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        Guarded(() =>
        {
            var method = (IMethodSymbol)context.TargetSymbol;
            UserRuleReading reading = UserRules.Read(method, context.Attributes[0], context.SemanticModel.Compilation, cancellation);
            return reading.Rule is { } rule ? WithoutLocations.Of(rule) : null;
        });

    private static EquatableArray<TableRule> ReadTable(ImmutableArray<MetadataReference> references, CancellationToken cancellation) =>
        Guarded(() => new RuleSet(RuleTable.Read(references, cancellation), []))?.Table ?? [];

    private static Differentiated Differentiate(MethodModel model, RuleSet rules, Plan plan, CancellationToken cancellation) =>
        Guarded(() => Differentiator.Run(model, rules, plan, cancellation)) ?? new Differentiated(model.HintName, null, []);

    // A failure of ours costs the method its derivatives and no more; the analyzer, which runs the same code, reports it.
    private static T? Guarded<T>(Func<T?> run)
        where T : class
    {
        try
        {
            return run();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return null;
        }
    }
}
