namespace AutoDiffGen.Generator.BackEnd;

/// <summary>The attribute that marks every generated member.</summary>
internal static class GeneratedCode
{
    public static readonly string Attribute =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"AutoDiffGen\", \"{typeof(GeneratedCode).Assembly.GetName().Version.ToString(3)}\")]";
}
