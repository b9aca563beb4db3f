System.Console.WriteLine("The twin answers to: serve, rehearse.");
