// System.Convert is never meant here.
global using Convert = AutoDiffGen.Generator.Ir.Convert;
